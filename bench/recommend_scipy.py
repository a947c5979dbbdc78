"""Item neighbours (top k) and the n best new items of every user with scipy.sparse. Prints JSON: ms per step, checks."""
import json
import sys
import time

import numpy as np
import scipy.sparse as sp

path, users, items, k, n = sys.argv[1], *map(int, sys.argv[2:6])
user = np.fromfile(path + ".user", dtype=np.int32)
item = np.fromfile(path + ".item", dtype=np.int32)
weight = np.fromfile(path + ".weight", dtype=np.float64)


def top_per_row(matrix, k):
    """Keeps the k largest entries of each row, equals by the lower column."""
    matrix.sort_indices()
    indptr, indices, data = [0], [], []
    for row in range(matrix.shape[0]):
        start, end = matrix.indptr[row], matrix.indptr[row + 1]
        values, columns = matrix.data[start:end], matrix.indices[start:end]
        if len(values) > k:
            # one more than k keeps ties at the edge apart by column
            best = np.argpartition(-values, k)[: k + 1]
            best = best[np.lexsort((columns[best], -values[best]))][:k]
        else:
            best = np.lexsort((columns, -values))
        indices.append(columns[best])
        data.append(values[best])
        indptr.append(indptr[-1] + len(best))
    return sp.csr_matrix((np.concatenate(data), np.concatenate(indices), indptr), shape=matrix.shape)


start = time.perf_counter()
x = sp.csr_matrix((weight, (user, item)), shape=(users, items))
columns = x.tocsc()
norms = np.sqrt(np.asarray(columns.multiply(columns).sum(axis=0)).ravel())
norms[norms == 0] = 1
unit = columns @ sp.diags(1 / norms)
similar = (unit.T @ unit).tocsr()
similar = similar - sp.diags(similar.diagonal())
similar.eliminate_zeros()
neighbours = top_per_row(similar, k)
middle = time.perf_counter()

turned = neighbours.T.tocsr()
shown = np.zeros((users, n), dtype=np.int64) - 1
total = 0.0
for first in range(0, users, 2000):
    block = x[first : first + 2000]
    scores = (block @ turned).tocsr()
    seen = block.copy()
    seen.data[:] = 1
    scores = scores - scores.multiply(seen)
    scores.eliminate_zeros()
    best = top_per_row(scores.tocsr(), n)
    total += best.data.sum()
    for row in range(best.shape[0]):
        found = best.indices[best.indptr[row] : best.indptr[row + 1]]
        shown[first + row, : len(found)] = found
end = time.perf_counter()
print(
    json.dumps(
        {
            "neighbours": (middle - start) * 1000,
            "top": (end - middle) * 1000,
            "similarities": float(neighbours.data.sum()),
            "scores": float(total),
        }
    )
)
