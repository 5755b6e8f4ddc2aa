cimport cython

@cython.locals(shared=int, p=cython.Py_ssize_t, q=cython.Py_ssize_t, limit=int)
cpdef common_prefixes(const int[::1] symbols, int[::1] before, const int[::1] room, int most)

@cython.locals(n=cython.Py_ssize_t, found=cython.Py_ssize_t, top=cython.Py_ssize_t, i=cython.Py_ssize_t,
               depth=int, first=int, duplicates=int, widest=int, length=int, extended=int, size=int, df=int, closed=bint,
               j=cython.Py_ssize_t, before=int, level=cython.Py_ssize_t)
cpdef Py_ssize_t closed_intervals(
    int[::1] shared, const int[::1] documents, const int[::1] left, const int[::1] room, int shortest, int longest,
    int fewest, long long numerator, long long denominator, int[::1] stack, int[::1] last_seen, int[::1] counts,
    int[::1] stamps, int[::1] firsts, int[::1] sizes)

@cython.locals(explained=bint, i=cython.Py_ssize_t, j=cython.Py_ssize_t, symbol=int, together=int)
cdef bint _explained(
    const int[::1] left, const int[::1] documents, Py_ssize_t first, Py_ssize_t last, int df, long long numerator,
    long long denominator, int[::1] counts, int[::1] stamps)
