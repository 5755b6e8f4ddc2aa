cimport cython

@cython.locals(n=cython.Py_ssize_t, i=cython.Py_ssize_t, j=cython.Py_ssize_t, x=cython.Py_ssize_t, e=cython.Py_ssize_t, low=cython.Py_ssize_t, high=cython.Py_ssize_t, apart=int)
cpdef Py_ssize_t find_runs(
    Py_ssize_t first, const int[::1] grams, const int[::1] begins, const int[::1] counts, const int[::1] turns,
    const signed char[::1] crowded, const int[::1] other_grams, const int[::1] other_order, const int[::1] other_turns,
    int most_turns, int[::1] starts, int[::1] other_starts, int[::1] lengths, int[::1] written)

@cython.locals(n=cython.Py_ssize_t, r=cython.Py_ssize_t, p=cython.Py_ssize_t, q=cython.Py_ssize_t, e=cython.Py_ssize_t, f=cython.Py_ssize_t, a0=cython.Py_ssize_t, a1=cython.Py_ssize_t,
               b0=cython.Py_ssize_t, b1=cython.Py_ssize_t, c0=cython.Py_ssize_t, c1=cython.Py_ssize_t, d0=cython.Py_ssize_t, d1=cython.Py_ssize_t, word=int)
cpdef Py_ssize_t pair_words(
    Py_ssize_t first, const int[::1] starts, const int[::1] ends, const int[::1] other_starts, const int[::1] other_ends,
    const int[::1] words, const int[::1] begun, const int[::1] by_end, const int[::1] ended, const int[::1] other_words,
    const int[::1] other_begun, const int[::1] other_by_end, const int[::1] other_ended, const unsigned char[::1] related,
    Py_ssize_t row, int reach, int[::1] places, int[::1] other_places, int[::1] written)
