/* The error domain of the program. It stands alone so that every library can report an error that
 * a caller can act on without knowing which library raised it.
 */
#include "oct-error.h"

G_DEFINE_QUARK (oct-error-quark, oct_error)
