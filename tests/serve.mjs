// Serves a folder of files on 127.0.0.1, for a person (`./dev serve`) and for the browser tests.
//   node tests/serve.mjs FOLDER [--port N] [--policy]
// With --policy the page's own policy is sent as a header as well, as docs/hosting has it.
// Port 0 lets the system choose; a taken port is said, and the next one tried. The one line on standard output is the
// address, so that a program can read it. Knows nothing of the page; answers GET and HEAD only, and never lets the
// browser keep anything, so that what is seen is what was just built.
import { createReadStream, readFileSync, realpathSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

const said = process.argv.slice(2);
const withPolicy = said.includes("--policy");
const [folder, flag, port = "8080"] = said.filter((word) => word !== "--policy");
if (!folder || (flag && flag !== "--port") || !/^\d{1,5}$/.test(port) || Number(port) > 65535) {
  console.error("node tests/serve.mjs FOLDER [--port N] [--policy]");
  process.exit(2);
}
const root = realpathSync(folder);
const policy = withPolicy && readFileSync(join(root, "index.html"), "utf8").match(/Content-Security-Policy" content="([^"]*)"/)?.[1];
if (withPolicy && !policy) {
  console.error("That page has no policy.");
  process.exit(2);
}

// The file that a request means, or nothing. Links are followed first, so that no path and no link leads outside.
async function fileFor(url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
    const file = await realpath(join(root, path.endsWith("/") ? path + "index.html" : path));
    const found = await stat(file);
    return file.startsWith(root + sep) && found.isFile() ? { file, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

const server = createServer(async (request, response) => {
  const answer = (status, text, headers = {}) =>
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers }).end(text);
  if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "GET and HEAD only\n", { allow: "GET, HEAD" });
  const found = await fileFor(request.url);
  if (!found) return answer(404, "Not found\n");
  response.writeHead(200, {
    "content-type": TYPES[extname(found.file).toLowerCase()] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    // The one file brings a stricter one of its own.
    ...(policy && !found.file.endsWith("aritai.html") && { "content-security-policy": `${policy}; frame-ancestors 'none'` }),
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
});

let wanted = Number(port);
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE" || wanted === 65535) throw error;
  console.error(`· Port ${wanted} is taken, trying the next`);
  server.listen(++wanted, "127.0.0.1");
});
server.on("listening", () => console.log(`http://127.0.0.1:${server.address().port}/`));
server.listen(wanted, "127.0.0.1");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
