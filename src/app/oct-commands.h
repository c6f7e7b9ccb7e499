/* The commands that window and command line share: exports, the map of a trust, national figures,
 * similar and nearest schools. Pure of any face; answered from the register's index.
 */
#pragma once

#include "oct-chart.h"
#include "oct-national.h"
#include "oct-session.h"
#include "oct-similar.h"

G_BEGIN_DECLS

/* Exports of what is shown. @query: (nullable): what was asked; gives the place that distances are
 * from. @columns: OctColumn values in order, ended by OCT_N_COLUMNS. */
GBytes *oct_export_schools_csv (OctSession *session, const OctResult *result, OctSchoolQuery *query,
                                const OctColumn *columns, GError **error);
gboolean oct_export_schools_xlsx (OctSession *session, const OctResult *result,
                                  OctSchoolQuery *query, const OctColumn *columns, const char *path,
                                  GError **error);
/**
 * OctSchoolExport:
 * A list held as it is now, to be written later and on any thread: an import that swaps the
 * register in the meantime doesn't change what the rows mean.
 */
typedef struct _OctSchoolExport OctSchoolExport;

OctSchoolExport *oct_school_export_new (OctSession *session, const OctResult *result,
                                        OctSchoolQuery *query, GError **error);
void oct_school_export_free (OctSchoolExport *self);
GBytes *oct_school_export_to_csv (OctSchoolExport *self, const OctColumn *columns);
gboolean oct_school_export_to_xlsx (OctSchoolExport *self, const OctColumn *columns,
                                    const char *path, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctSchoolExport, oct_school_export_free)

/* Trusts: every figure of OctTrustFacts as a column. @trusts: of OctTrust. */
GBytes *oct_export_trusts_csv (OctSession *session, GListModel *trusts, GError **error);
gboolean oct_export_trusts_xlsx (OctSession *session, GListModel *trusts, const char *path,
                                 GError **error);

/* What a table shows for a school in a column: text for people, in the locale's numbers. */
char *oct_school_column_text (OctSession *session, const OctSchoolFacts *facts, OctColumn column,
                              OctSchoolQuery *query);

/* The query that finds the schools of a trust or another group: the open ones, or all. */
OctSchoolQuery *oct_make_group_query (OctSession *session, guint32 uid, gboolean open_only);
OctSchoolQuery *oct_make_register_query (OctRegister *reg, guint32 uid, gboolean open_only);

/* The beginning of a workspace: a trust of the register and its open schools. */
OctOwnTrust *oct_make_own_trust (OctSession *session, guint32 uid, GPtrArray **schools,
                                 GError **error);

/* Charts made of the register. */
OctChart *oct_make_trust_map (OctSession *session, guint32 uid, GError **error);
OctChart *oct_make_school_map (OctSession *session, guint32 urn, GError **error);
OctChart *oct_make_schools_map (OctSession *session, const OctResult *result, const char *title,
                                GError **error);
OctChart *oct_make_trust_phases (OctSession *session, guint32 uid, GError **error);

/* (transfer full): see measure/oct-national.h. */
OctNational *oct_make_national (OctSession *session, GError **error);

/* Schools most like one, and nearest to it; see measure/oct-similar.h for the method. */
GArray *oct_find_similar (OctSession *session, guint32 urn, const OctSimilarOptions *options,
                          guint max);
GArray *oct_find_nearest (OctSession *session, guint32 urn, guint max);

G_END_DECLS
