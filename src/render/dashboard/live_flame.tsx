import { Component, createRef, type VNode } from "preact";
import { frameKind, frameValue } from "../../profile/frame.ts";
import type { Measure, WordKind } from "../facts.ts";
import { type FlameGraph, mountFlameGraph } from "../flamegraph/flame_client.ts";
import { parseState } from "../flamegraph/state.ts";
import type { FlameTree } from "../flamegraph/tree.ts";
import { WORD_KINDS } from "../selection.ts";
import { Word } from "./parts.tsx";
import type { Live, Shown } from "./shown.ts";

interface LiveFlameProps {
  readonly title: string;
  readonly tree: FlameTree;
  readonly of: Measure;
  readonly shown: Shown;
  readonly live: Live;
}

/** A flame graph that can be zoomed and searched; the words of what it is zoomed to narrow the page. */
export class LiveFlame extends Component<LiveFlameProps, { readonly zoom: readonly string[] }> {
  #graph: FlameGraph | null = null;
  readonly #place = createRef<HTMLDivElement>();

  override componentDidMount(): void {
    const { title, tree, of, live } = this.props;
    if (this.#place.current === null) return;
    this.#graph = mountFlameGraph(this.#place.current, tree, {
      title,
      onState: (text) => {
        this.props.live.keepFlameState(of, text);
        this.setState({ zoom: parseState(text).zoom });
      },
    });
    this.#graph.setState(live.flameState(of));
    this.setState({ zoom: parseState(live.flameState(of)).zoom });
  }

  override componentDidUpdate(before: LiveFlameProps): void {
    if (before.tree !== this.props.tree) this.#graph?.setTree(this.props.tree);
    if (before.live !== this.props.live) this.#graph?.setState(this.props.live.flameState(this.props.of));
  }

  override componentWillUnmount(): void {
    this.#graph?.remove();
  }

  override render({ shown }: LiveFlameProps): VNode {
    const words = (this.state.zoom ?? []).flatMap(wordOf);
    return (
      <>
        {words.length > 0 && (
          <p class="choices">
            <span>Show only the work of</span>
            {words.map(([kind, carrier, word]) => (
              <span key={kind}>
                {`${carrier} `}
                <Word kind={kind} word={word} shown={shown} />
              </span>
            ))}
          </p>
        )}
        <div ref={this.#place} />
      </>
    );
  }
}

/** The word that a frame holds, with what carries it; none where it holds none. */
function wordOf(frame: string): readonly (readonly [WordKind, string, string])[] {
  const found = WORD_KINDS.find(([kind]) => kind === frameKind(frame));
  if (found === undefined || frame.startsWith("call:tool/")) return [];
  return [[found[0], found[1], frameValue(frame).replace(/^llm\//, "")]];
}
