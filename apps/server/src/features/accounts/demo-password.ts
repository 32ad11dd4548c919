/** Every demo account's password: shown on the sign-in page, so it protects nothing and must satisfy only the rules. */
export const demoPassword = 'Yanlian-2022';
