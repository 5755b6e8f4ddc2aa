cimport cython

@cython.locals(slot=int, furthest=int, nearest=int, k=int, p=int, ka=int, kb=int, ka1=int, kb1=int, end=int, stop=int, cut=int, na=int, nb=int, gap_a=int, gap_b=int,
               reach=int, new_low=int, new_high=int, best_previous=int, best_low=int, best_high=int, best_trim=int, i=int, top=int, new_ceiling=int, best_ceiling=int, new_floor=int, best_floor=int,
               best=double, cost=double, cost_a=double, cost_b=double, gain=double,
               unit_cost=double, swap_cost=double, hole_cost=double, open_cost=double)
cpdef chain_pieces(
    const int[::1] a0, const int[::1] a1, const int[::1] b0, const int[::1] b1,
    const double[::1] own, const double[::1] bits, const int[::1] trimmable, const double[::1] tail_bits,
    const double[::1] a_weight, const double[::1] a_border, const int[::1] a_wild,
    const double[::1] b_weight, const double[::1] b_border, const int[::1] b_wild,
    const double[::1] settings, int max_gap, int wild_units, int max_trim, const int[::1] live,
    const int[::1] slots, const int[::1] slot_pieces, const int[::1] slot_starts, double[::1] score, int[::1] previous, int[::1] low, int[::1] high, int[::1] trim,
    int[::1] ceiling, int[::1] floor,
)

@cython.locals(written=cython.Py_ssize_t, chains=cython.Py_ssize_t, c=cython.Py_ssize_t, n=int, k=int, i=int, at=cython.Py_ssize_t, total=double, units=double,
               gain=double, need=double, start=int, shift=int, state=int)
cpdef Py_ssize_t trace_chains(
    Py_ssize_t first, const int[::1] order, const int[::1] a0, const int[::1] a1, const int[::1] b0, const int[::1] b1,
    const int[::1] exact, const double[::1] own, const double[::1] bits, const double[::1] alone,
    const double[::1] tail_bits, const int[::1] wording, const double[::1] score, const int[::1] previous,
    const int[::1] trim, const double[::1] settings, int cut, int every, signed char[::1] used, int[::1] path,
    int[::1] pieces, int[::1] ends, int[::1] states, int[::1] counts, double[::1] worth, double[::1] needed)

@cython.locals(n=int)
cdef int _trace_back(int k, const int[::1] previous, const signed char[::1] used, int[::1] path) noexcept

cdef void _write_piece(int[::1] pieces, Py_ssize_t at, int a0, int a1, int b0, int b1, int exact) noexcept

cdef double _need(double units, const double[::1] settings) noexcept
