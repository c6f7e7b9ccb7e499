/* What the register says of the workspace's trust that hasn't been accepted yet.
 *
 * It follows the session: another workspace, another register, an acceptance in another window –
 * each time the two are compared off the main thread, and "changed" tells. What a person puts off
 * is remembered until there is another register. Accepting is one named edit of the workspace.
 */
#pragma once

#include "oct-difference.h"
#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_ACCEPTANCE (oct_acceptance_get_type ())
G_DECLARE_FINAL_TYPE (OctAcceptance, oct_acceptance, OCT, ACCEPTANCE, GObject)

/**
 * OctAcceptanceState:
 * @OCT_ACCEPTANCE_NO_WORKSPACE: no trust is chosen
 * @OCT_ACCEPTANCE_NO_REGISTER: there is nothing to compare with
 * @OCT_ACCEPTANCE_BY_HAND: the trust was entered by hand
 * @OCT_ACCEPTANCE_NOT_FOUND: the register knows neither the trust nor its schools
 * @OCT_ACCEPTANCE_OLDER: the register is older than what was accepted
 * @OCT_ACCEPTANCE_COMPARING: the answer isn't there yet
 * @OCT_ACCEPTANCE_COMPARED: the differences are there, or there are none
 */
typedef enum
{
  OCT_ACCEPTANCE_NO_WORKSPACE,
  OCT_ACCEPTANCE_NO_REGISTER,
  OCT_ACCEPTANCE_BY_HAND,
  OCT_ACCEPTANCE_NOT_FOUND,
  OCT_ACCEPTANCE_OLDER,
  OCT_ACCEPTANCE_COMPARING,
  OCT_ACCEPTANCE_COMPARED,
} OctAcceptanceState;

/* (transfer none): that of the session, which begins to compare when it is first asked for. Signal
 * "changed": the state, the differences or what is put off. */
OctAcceptance *oct_session_get_acceptance (OctSession *session);
OctAcceptanceState oct_acceptance_get_state (OctAcceptance *self);
/* The date of the register that was compared; unknown before that. */
OctDate oct_acceptance_get_as_at (OctAcceptance *self);
/* (transfer none) (element-type OctDifference): all, those put off too; replaced at "changed". */
GPtrArray *oct_acceptance_get_differences (OctAcceptance *self);
gboolean oct_acceptance_is_put_off (OctAcceptance *self, const OctDifference *difference);
/* @differences: (element-type OctDifference): put off until the next register, and no others. */
void oct_acceptance_put_off (OctAcceptance *self, GPtrArray *differences);
guint oct_acceptance_count_open (OctAcceptance *self);
/* (transfer full): what differs and isn't put off, in a sentence; "" where nothing is. */
char *oct_acceptance_describe (OctAcceptance *self);

/* One edit. Finish with oct_workbench_edit_finish(); the source is the workbench. */
void oct_acceptance_accept_async (OctAcceptance *self, const OctDecision *decisions,
                                  guint n_decisions, GAsyncReadyCallback callback,
                                  gpointer user_data);

G_END_DECLS
