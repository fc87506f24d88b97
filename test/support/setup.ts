// With `npm ci --ignore-scripts` there is no Node 24 binary and npm scripts silently run on the system's Node.
const major = Number(process.versions.node.split('.')[0]);
if (major !== 24) {
  throw new Error(
    `Tests run on Node 24, the Lambda runtime's major version; this is ${process.version}. Run them with npm.`,
  );
}

process.env['TZ'] = 'UTC';
