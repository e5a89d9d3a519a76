/**
 * What is bundled, as a CycloneDX document: the product, and each package with its licence and the hash by which the
 * lockfile pins it. The same text for the same code: no time, no serial number, no host and no path of a machine.
 * (`npm sbom` knows no bundle: it would list all or none of the `devDependencies`.)
 */
export function formatSbom(packages, product, lock) {
  const refs = new Map(packages.map(({ manifest }) => [manifest.name, purlOf(manifest)]));
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: describe('application', product) },
    components: packages.map(({ directory, manifest }) => ({
      ...describe('library', manifest),
      hashes: [hashOf(lock.packages[directory.slice(directory.indexOf('node_modules/'))].integrity)],
    })),
    dependencies: [
      { ref: purlOf(product), dependsOn: [...refs.values()] },
      ...packages.map(({ manifest }) => ({ ref: purlOf(manifest), dependsOn: dependenciesOf(manifest, refs) })),
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function describe(type, { name, version, license }) {
  const purl = purlOf({ name, version });
  return { type, 'bom-ref': purl, name, version, licenses: [{ expression: license }], purl };
}

function purlOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashOf(integrity) {
  const [, base64] = /^sha512-(.+)$/.exec(integrity);
  return { alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') };
}

/** Those of its dependencies that are bundled, too. */
function dependenciesOf({ dependencies = {} }, refs) {
  return Object.keys(dependencies).flatMap((name) => refs.get(name) ?? []);
}
