/* The rows in which a framework is read: what an element asks, its aspects, what one sees at each
 * stage, and its indicators.
 */
#pragma once

#include <adwaita.h>

#include "oct-framework.h"

G_BEGIN_DECLS

GtkWidget *oct_framework_row_new (const char *title, const char *subtitle, gboolean retired);
GtkWidget *oct_framework_element_row_new (OctFramework *framework, const OctElement *element);

G_END_DECLS
