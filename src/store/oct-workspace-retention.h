/* How long records are kept, what is past its period, and disposing of it for good.
 *
 * Each kind of record that may be about people has a period in months, which the trust sets. Nothing
 * goes by itself: what is due is listed, and a person decides.
 */
#pragma once

#include "oct-date.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

/**
 * OctRetentionKind:
 * @OCT_RETENTION_REASONS: the words of judgements; their stages stay
 * @OCT_RETENTION_EVIDENCE: notes, links and files
 * @OCT_RETENTION_PLANS: the words of plans and of their reviews; ratings, dates and figures stay
 * @OCT_RETENTION_VISITS: visits, with what was agreed
 * @OCT_RETENTION_CONCERNS: the words of concerns that are resolved; ratings and dates stay
 * @OCT_RETENTION_SUPPORT: who outside gave support, what it was, and what was learnt; the schools, days
 *   and outcomes stay
 * @OCT_RETENTION_PRACTICES: the words of practices that are retired; titles and who used them stay
 * @OCT_RETENTION_RISKS: the words of risks that are closed; likelihood, impact and dates stay
 * @OCT_RETENTION_HISTORY: who changed what, and what could be undone
 * @OCT_RETENTION_PEOPLE: people to whom nothing refers any more
 */
typedef enum
{
  OCT_RETENTION_REASONS,
  OCT_RETENTION_EVIDENCE,
  OCT_RETENTION_PLANS,
  OCT_RETENTION_VISITS,
  OCT_RETENTION_CONCERNS,
  OCT_RETENTION_SUPPORT,
  OCT_RETENTION_PRACTICES,
  OCT_RETENTION_RISKS,
  OCT_RETENTION_HISTORY,
  OCT_RETENTION_PEOPLE,
  OCT_N_RETENTION_KINDS,
} OctRetentionKind;

/* What stands in place of words that were disposed of. */
#define OCT_DISPOSED_TEXT "[…]"

const char *oct_retention_kind_to_text (OctRetentionKind kind);
guint oct_retention_default_months (OctRetentionKind kind);

/**
 * OctDueRecord:
 * @id: the record's id; "" for history
 * @name: what it is called: the cycle and the school, the evidence's name, the
 *   plan, concern or support and its school, the practice, the risk, the person
 * @element: of a judgement, its element's key; else ""
 * @dated: the day from which its period counts
 * @due: the day on which it ended
 * @count: how many it stands for: the edits of history, else 1
 */
typedef struct
{
  OctRetentionKind kind;
  char *id;
  char *name;
  char *element;
  OctDate dated;
  OctDate due;
  guint count;
} OctDueRecord;

void oct_due_record_free (OctDueRecord *record);

gboolean oct_workspace_read_retention (OctWorkspace *self, guint months[OCT_N_RETENTION_KINDS],
                                       GError **error);
gboolean oct_workspace_put_retention (OctWorkspace *self, const OctEditInfo *info,
                                      OctRetentionKind kind, guint months, GError **error);
/* (transfer full) (element-type OctDueRecord): kind by kind, the longest due first. */
GPtrArray *oct_workspace_read_due (OctWorkspace *self, OctDate today, GError **error);
gboolean oct_workspace_dispose (OctWorkspace *self, const OctEditInfo *info, GPtrArray *records,
                                GPtrArray **unread, GCancellable *cancellable, GError **error);

G_END_DECLS
