/** Text of a file, taken into the bundle as it is. Vite (tests) and scripts/build.mjs (bundles) both resolve it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
