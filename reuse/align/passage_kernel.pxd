cimport cython

cdef Py_ssize_t _EXACT_TOKENS
cdef Py_ssize_t _MAX_STARTS

@cython.locals(n=cython.Py_ssize_t, room=cython.Py_ssize_t, i=cython.Py_ssize_t, k=cython.Py_ssize_t, e=cython.Py_ssize_t,
               v=cython.Py_ssize_t, f=cython.Py_ssize_t, j=cython.Py_ssize_t, t=cython.Py_ssize_t, w=double, dice=double,
               size=cython.Py_ssize_t)
cpdef Py_ssize_t seed_sentences(
    const int[::1] rows, const int[::1] ids, const int[::1] counts, const int[::1] partner, const int[::1] columns,
    const int[::1] postings, const int[::1] posting_counts, const double[::1] weights, const double[::1] norms,
    const double[::1] other_norms, const int[::1] other_rows, double min_cosine, double min_dice, double[::1] products,
    int[::1] common, int[::1] touched, int[::1] found)

@cython.locals(a_low=cython.Py_ssize_t, a_high=cython.Py_ssize_t, b_low=cython.Py_ssize_t, b_high=cython.Py_ssize_t,
               a0=cython.Py_ssize_t, a1=cython.Py_ssize_t, b0=cython.Py_ssize_t, b1=cython.Py_ssize_t, score=int, _=int)
cpdef int refine(
    const int[::1] a, const int[::1] b, int[::1] box, Py_ssize_t margin, int rounds, const int[::1] levels,
    const int[::1] logs, const int[::1] table, const int[::1] a_edges, const int[::1] b_edges, int miss, int stop, int[::1] bag, int[::1] used, int[::1] bounds, int[::1] best)

@cython.locals(i=cython.Py_ssize_t, j=cython.Py_ssize_t, v=cython.Py_ssize_t, end=cython.Py_ssize_t, shift=int, top=int,
               total=int, gain=int, k=cython.Py_ssize_t, block=cython.Py_ssize_t)
cpdef int best_segment(
    const int[::1] tokens, Py_ssize_t low, Py_ssize_t high, const int[::1] others, Py_ssize_t first, Py_ssize_t last,
    const int[::1] levels, const int[::1] logs, const int[::1] table, const int[::1] edges, int miss, int stop, int least, int[::1] bag, int[::1] used,
    int[::1] bounds, int[::1] best)
