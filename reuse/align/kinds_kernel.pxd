cimport cython

cdef int _VERBATIM, _SLOT, _INSERTION, _REORDER, _LIST, _REWORDED
cdef int _MAX_SLOTS, _MIN_LIST_COMMAS
cdef double _MAX_FILLED, _MAX_FILLED_IN_THREE, _MIN_MOVED, _MAX_REST

@cython.locals(c=cython.Py_ssize_t, start=cython.Py_ssize_t, commas=int)
cpdef tell_kinds(
    const int[::1] run_ends, const int[::1] run, const int[::1] s_first, const int[::1] s_last, const int[::1] t_first, const int[::1] t_last,
    const double[::1] moved, const int[::1] s_commas, const int[::1] t_commas, const double[::1] s_weight, const double[::1] t_weight, int[::1] kinds)

@cython.locals(gaps=int, heavy=int, a_heavy=int, b_heavy=int, replaced=int, differing=double, most=double, r=cython.Py_ssize_t, s0=cython.Py_ssize_t, t0=cython.Py_ssize_t,
               a=double, b=double, widest=double, filled=double, kept=double)
cdef int _kind(
    Py_ssize_t first, Py_ssize_t runs, const int[::1] run, Py_ssize_t a0, Py_ssize_t a1, Py_ssize_t b0, Py_ssize_t b1, double moved, int commas,
    const double[::1] s_weight, const double[::1] t_weight)
