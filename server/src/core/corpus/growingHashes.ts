/** A list of hashes that keeps its room when it is begun anew, by setting its length to 0. */
export class GrowingHashes {
  private hashes = new Uint32Array(1024);
  length = 0;

  /** Adds one. */
  push(hash: number): void {
    if (this.length === this.hashes.length) {
      const old = this.hashes;
      this.hashes = new Uint32Array(old.length * 2);
      this.hashes.set(old);
    }
    this.hashes[this.length++] = hash;
  }

  /** All of them; good until the list changes. */
  all(): Uint32Array {
    return this.hashes.subarray(0, this.length);
  }
}
