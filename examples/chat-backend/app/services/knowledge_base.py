"""A few articles on model cost, found by the words they share with a question."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Article:
    title: str
    text: str


ARTICLES = (
    Article("caching", "Caching repeated prompts saves the tokens of every prompt that was seen before."),
    Article("batching", "Batching requests halves the price where an answer may take a day."),
    Article("routing", "Routing easy questions to a small model keeps the large one for hard questions."),
)


class KnowledgeBase:
    def __init__(self, articles: tuple[Article, ...]) -> None:
        self._articles = articles
        self._words: dict[str, frozenset[str]] = {}

    async def warm_up(self) -> None:
        """Index the articles; gives way to other tasks after each one."""
        for article in self._articles:
            self._words[article.title] = _words_of(f"{article.title} {article.text}")
            await asyncio.sleep(0)

    def search(self, query: str) -> Optional[Article]:
        """The article that shares most words with the query, or None if none shares any."""
        wanted = _words_of(query)
        best: Optional[Article] = None
        best_score = 0
        for article in self._articles:
            score = len(wanted & self._words.get(article.title, frozenset()))
            if score > best_score:
                best, best_score = article, score
        return best


def _words_of(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3)


_knowledge_base: Optional[KnowledgeBase] = None


def get_knowledge_base() -> KnowledgeBase:
    global _knowledge_base
    if _knowledge_base is None:
        _knowledge_base = KnowledgeBase(ARTICLES)
    return _knowledge_base
