/** Imported first: an unsuitable Node is told in one sentence, before anything newer is parsed or run. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `均衡需要 Node.js 20.19 或更高版本（推荐 24），现在是 ${process.versions.node}：请到 https://nodejs.org 安装新版后重试。`,
  );
  process.exit(1);
}
