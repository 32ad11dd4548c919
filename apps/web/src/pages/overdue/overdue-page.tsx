export function OverduePage() {
  return null;
}
