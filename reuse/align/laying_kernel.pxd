cimport cython

cdef int _EQUAL, _REPLACE, _DELETE, _INSERT

@cython.locals(c=cython.Py_ssize_t, k=cython.Py_ssize_t, p=cython.Py_ssize_t, x=cython.Py_ssize_t, start=cython.Py_ssize_t, stop=cython.Py_ssize_t,
               units=cython.Py_ssize_t, codes=cython.Py_ssize_t, moved=cython.Py_ssize_t, runs=cython.Py_ssize_t, own=cython.Py_ssize_t,
               n=cython.Py_ssize_t, first_code=cython.Py_ssize_t, s_base=int, t_base=int, s_end=int, t_end=int, room=cython.Py_ssize_t)
cpdef Py_ssize_t lay(
    Py_ssize_t first, const int[::1] piece_ends, const int[::1] a0, const int[::1] a1, const int[::1] b0, const int[::1] b1,
    const int[::1] s_first, const int[::1] s_last, const int[::1] t_first, const int[::1] t_last,
    const unsigned int[::1] s_text, const unsigned int[::1] t_text, const long long[::1] s_exact, const long long[::1] t_exact,
    const int[::1] s_starts, const int[::1] s_ends, const int[::1] t_starts, const int[::1] t_ends,
    int[::1] kept, int[::1] work, int[::1] before, int[::1] equal, int[::1] opcodes, int[::1] moves,
    int[::1] opcode_ends, int[::1] move_ends, int[::1] same, int[::1] run, int[::1] run_ends)

@cython.locals(k=cython.Py_ssize_t, p=cython.Py_ssize_t, rising=int, best=cython.Py_ssize_t, own=int)
cdef void _keep_rising(
    Py_ssize_t start, Py_ssize_t stop, const int[::1] a0, const int[::1] a1, const int[::1] b0, const int[::1] b1,
    int[::1] kept, int[::1] work, int[::1] before)

@cython.locals(k=cython.Py_ssize_t)
cdef Py_ssize_t _write_moves(
    Py_ssize_t moved, Py_ssize_t start, Py_ssize_t stop, const int[::1] kept, const int[::1] a0, const int[::1] a1, const int[::1] b0, const int[::1] b1,
    const int[::1] s_starts, const int[::1] s_ends, const int[::1] t_starts, const int[::1] t_ends, int s_base, int t_base, int[::1] moves)

@cython.locals(k=cython.Py_ssize_t, x=cython.Py_ssize_t, u=cython.Py_ssize_t, v=cython.Py_ssize_t, length=cython.Py_ssize_t, open_at=cython.Py_ssize_t)
cdef Py_ssize_t _equal_runs(
    Py_ssize_t runs, Py_ssize_t start, Py_ssize_t stop, const int[::1] a0, const int[::1] a1, const int[::1] b0,
    int s_first, int s_last, int t_first, int t_last,
    const long long[::1] s_exact, const long long[::1] t_exact, const int[::1] kept, int[::1] run)

@cython.locals(x=int)
cdef Py_ssize_t _beside(
    Py_ssize_t runs, int[::1] run, int s0, int s1, int t0, int t1, const long long[::1] s_exact, const long long[::1] t_exact)

cdef Py_ssize_t _write_run(Py_ssize_t runs, int[::1] run, int s0, int s1, int t0)

@cython.locals(r=cython.Py_ssize_t, n=cython.Py_ssize_t, x=cython.Py_ssize_t, u=cython.Py_ssize_t, v=cython.Py_ssize_t, s0=int, s1=int, t0=int, t1=int)
cdef Py_ssize_t _equal_text(
    Py_ssize_t first, Py_ssize_t runs, const int[::1] run, const unsigned int[::1] s_text, const unsigned int[::1] t_text,
    const int[::1] s_starts, const int[::1] s_ends, const int[::1] t_starts, const int[::1] t_ends, int[::1] equal)

@cython.locals(x=int)
cdef int _alike(const unsigned int[::1] s_text, const unsigned int[::1] t_text, int s0, int s1, int t0, int t1)

@cython.locals(e=cython.Py_ssize_t, s=int, t=int, s0=int, s1=int, t0=int, t1=int, left_s=int, left_t=int)
cdef Py_ssize_t _cover(
    Py_ssize_t codes, Py_ssize_t n, int[::1] equal, const unsigned int[::1] s_text, const unsigned int[::1] t_text,
    int s_base, int s_end, int t_base, int t_end, int[::1] opcodes)

@cython.locals(s0=int, t0=int, at=cython.Py_ssize_t)
cdef Py_ssize_t _extend(Py_ssize_t codes, Py_ssize_t first, int[::1] opcodes, int tag, int s, int t)

@cython.locals(known=int, total=int, start=int, end=int, run_start=int, run_end=int)
cdef int _same_chars(
    Py_ssize_t i, Py_ssize_t runs, const int[::1] run, Py_ssize_t side, const int[::1] starts, const int[::1] ends, int base,
    Py_ssize_t j, Py_ssize_t codes, const int[::1] opcodes)
