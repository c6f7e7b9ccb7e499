/* A support network: who gives support to whom, in days.
 *
 * Givers stand at the left and receivers at the right, in an order with few crossings; a flow is as
 * wide as the days that were planned, and solid as far as they were spent. Whoever gives and receives
 * stands on both sides. A small bar beside a giver says how much of its capacity is left. A datum is
 * a flow, a giver or a receiver.
 */
#pragma once

#include "oct-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_SUPPORT_NETWORK_CHART (oct_support_network_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctSupportNetworkChart, oct_support_network_chart, OCT, SUPPORT_NETWORK_CHART,
                      OctChart)

typedef enum
{
  OCT_SUPPORT_NODE_SCHOOL,
  OCT_SUPPORT_NODE_CENTRE,
  OCT_SUPPORT_NODE_OUTSIDE,
} OctSupportNodeKind;

OctSupportNetworkChart *oct_support_network_chart_new (void);
/* One who can give or receive; shown once it does. %FALSE where the id is known already. */
gboolean oct_support_network_chart_add_node (OctSupportNetworkChart *self, const char *id,
                                             const char *name, OctSupportNodeKind kind);
/* Days a term it can give, and how many of them are promised; below 0: not known. */
void oct_support_network_chart_set_capacity (OctSupportNetworkChart *self, const char *id,
                                             double capacity, double promised);
/* Days planned and spent; several between the same two are added. %FALSE where an end isn't known,
 * both are the same, or there are no days. */
gboolean oct_support_network_chart_add_flow (OctSupportNetworkChart *self, const char *from,
                                             const char *to, double planned, double spent);
void oct_support_network_chart_clear (OctSupportNetworkChart *self);
/* The term that capacity is of, such as "autumn 2026". */
void oct_support_network_chart_set_term (OctSupportNetworkChart *self, const char *term);

G_END_DECLS
