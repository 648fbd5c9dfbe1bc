/** One table: an author and the author's books share a partition, the statistics are one item that is kept up to date. */
export const authorKey = (authorId: string) => ({ pk: `AUTHOR#${authorId}`, sk: 'AUTHOR' });

export const bookKey = (authorId: string, index: number) => ({
  pk: `AUTHOR#${authorId}`,
  sk: `BOOK#${String(index).padStart(3, '0')}`,
});

export const statsKey = { pk: 'STATS', sk: 'STATS' };

const GENRE = 'genre#';

export const genreAttribute = (genre: string) => `${GENRE}${genre}`;

export const genreOf = (attribute: string) => (attribute.startsWith(GENRE) ? attribute.slice(GENRE.length) : undefined);
