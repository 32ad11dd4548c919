/** Where the program learns the time. Everything that needs an instant is given one of these or a value from it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}
