"""Fits scikit-learn's KMeans to what bench/kmeans.ts asks for, a line of JSON each, and answers with a line of JSON."""

import json
import sys
import time

import numpy
import sklearn
from sklearn.cluster import KMeans

print(json.dumps({"version": sklearn.__version__}), flush=True)
loaded = (None, None)
for line in sys.stdin:
    asked = json.loads(line)
    columns, k = asked["columns"], asked["k"]
    if loaded[0] != asked["data"]:
        loaded = (asked["data"], numpy.fromfile(asked["data"]).reshape(-1, columns))
    starts = numpy.array(asked["starts"]).reshape(-1, k, columns)
    started = time.perf_counter()
    fits = [
        KMeans(
            n_clusters=k,
            init=start,
            n_init=1,
            max_iter=asked["maxIterations"],
            tol=asked["tolerance"],
            algorithm=asked["algorithm"],
        ).fit(loaded[1])
        for start in starts
    ]
    best = min(fits, key=lambda fit: fit.inertia_)
    milliseconds = 1000 * (time.perf_counter() - started)
    print(json.dumps({"milliseconds": milliseconds, "inertia": best.inertia_}), flush=True)
