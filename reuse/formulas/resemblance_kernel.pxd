cimport cython

@cython.locals(b=int, a=int, b_first=int, b_last=int, b_length=int, kept=int, ready=bint, f=int, k=int, length=int,
               shorter=int, longer=int, total=int, bound=double, shared=int, ratio=double, at=int, i=int)
cpdef nearest(
    const int[::1] units, const int[::1] begins, const int[::1] starts, const int[::1] features,
    const int[::1] postings, const int[::1] owners, const int[::1] documents, const int[::1] firsts,
    const int[::1] lasts, double shortest_share, double floor, int most, unsigned long long[::1] pattern,
    unsigned char[::1] carry, int[::1] stamps, int[::1] best, double[::1] ratios, int[::1] found)

@cython.locals(full="unsigned long long", row="unsigned long long", met="unsigned long long",
               half="unsigned long long", total="unsigned long long", shared=int, border=int, i=int)
cpdef int common_units(
    const int[::1] units, int first, int last, int start, int end, unsigned long long[::1] pattern,
    unsigned char[::1] carry)

@cython.locals(full="unsigned long long", row="unsigned long long", met="unsigned long long", i=int)
cdef int _against(const int[::1] units, int first, int last, unsigned long long[::1] pattern)

@cython.locals(full="unsigned long long", rest="unsigned long long", count=int)
cdef int _zeros(unsigned long long row)

@cython.locals(bit="unsigned long long", j=int)
cdef void _set(const int[::1] units, int start, int end, unsigned long long[::1] pattern) noexcept

@cython.locals(j=int)
cdef void _clear(const int[::1] units, int start, int end, unsigned long long[::1] pattern) noexcept

@cython.locals(k=cython.Py_ssize_t, a_first=int, a_last=int, b_first=int, length=int, total=double, weight=double,
               left=double, running=double, i=int, j=int)
cpdef overlaps(
    const int[::1] units, const int[::1] begins, const int[::1] first, const int[::1] second,
    const double[::1] weights, double[::1] row, double[::1] result)

@cython.locals(k=cython.Py_ssize_t, best=double, p=int, q=int, side=int, length=int, other=int, total=int,
               bound=double, shared=int, ratio=double)
cpdef neighbours(
    const int[::1] units, const int[::1] starts, const int[::1] documents, const int[::1] spans,
    const int[::1] first, const int[::1] second, double floor, unsigned long long[::1] pattern,
    unsigned char[::1] carry, double[::1] result)

@cython.locals(k=cython.Py_ssize_t, few=int, many=int, low=int, high=int, middle=int, both=int, i=int)
cpdef document_shares(
    const int[::1] starts, const int[::1] documents, const int[::1] first, const int[::1] second, double[::1] result)
