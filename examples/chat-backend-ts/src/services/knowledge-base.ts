/** A few articles, searched by their words. */
export class KnowledgeBase {
  private articles: readonly { words: readonly string[]; text: string }[] = [];

  async warmUp(): Promise<void> {
    this.articles = [
      { words: ['caching', 'prompts'], text: 'Caching of prompts saves the tokens that every request repeats.' },
      { words: ['batch'], text: 'A batch costs half and takes up to a day.' },
    ];
  }

  search(query: string): string | undefined {
    const asked = query.toLowerCase();
    return this.articles.find(({ words }) => words.some((word) => asked.includes(word)))?.text;
  }
}
