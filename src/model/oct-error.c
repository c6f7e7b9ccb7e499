/* The error domain of the program. It stands alone so that every library can report an error that
 * a caller can act on without knowing which library raised it.
 */
#include "oct-error.h"

/**
 * oct_error_quark:
 *
 * Returns: the domain of #OctError
 */
GQuark
oct_error_quark (void)
{
  return g_quark_from_static_string ("oct-error-quark");
}
