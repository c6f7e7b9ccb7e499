/* Following the session and telling what differs; see the header.
 *
 * An edit of the workspace swaps the assessment whether or not it touched a school, so what was
 * compared is remembered as a digest, and the same is not compared twice. What is put off stands
 * among the user's settings, with the digest of the register it is put off for.
 */
#include "oct-acceptance.h"

#include <glib/gi18n.h>

#include "oct-acceptance-private.h"
#include "oct-session-private.h"
#include "oct-workbench-private.h"
#include "oct-workspace-accept.h"

#define DATA_KEY "oct-acceptance"

struct _OctAcceptance
{
  GObject parent_instance;

  /* borrowed */
  OctSession *session; /* whose data it is */

  /* owned */
  char *digest; /* of what is compared, or is being compared */
  GPtrArray *differences;
  GHashTable *put_off; /* keys */

  OctAcceptanceState state;
  OctDate as_at;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctAcceptance, oct_acceptance, G_TYPE_OBJECT)

static OctWorkbench *
get_workbench (OctAcceptance *self)
{
  return oct_session_get_workbench (self->session);
}

/* What is put off. */

static char *
make_setting_key (OctAcceptance *self)
{
  g_autofree char *id = oct_workbench_get_id (get_workbench (self));

  return g_strdup_printf ("not-now/%s", id != NULL ? id : "");
}

static void
read_put_off (OctAcceptance *self)
{
  OctRegister *reg = oct_session_get_register (self->session);
  g_autofree char *key = make_setting_key (self);
  g_autofree char *setting = oct_session_get_setting (self->session, key);
  g_auto (GStrv) parts = setting != NULL ? g_strsplit (setting, " ", -1) : NULL;

  g_hash_table_remove_all (self->put_off);
  if (parts == NULL || reg == NULL || g_strcmp0 (parts[0], oct_register_get_hash (reg)) != 0)
    return;
  for (guint i = 1; parts[i] != NULL; i++)
    g_hash_table_add (self->put_off, g_strdup (parts[i]));
}

/* Comparing. */

typedef struct
{
  GWeakRef acceptance;
  char *digest;
  OctRegister *reg;
  OctOwnTrust *trust;
  GPtrArray *schools;
  GPtrArray *differences;
  gboolean found;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  g_weak_ref_clear (&comparison->acceptance);
  g_object_unref (comparison->reg);
  oct_own_trust_free (comparison->trust);
  g_ptr_array_unref (comparison->schools);
  g_clear_pointer (&comparison->differences, g_ptr_array_unref);
  g_free (comparison->digest);
  g_free (comparison);
}

static void
set_state (OctAcceptance *self, OctAcceptanceState state)
{
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
compared_cb (gpointer user_data)
{
  Comparison *comparison = user_data;
  g_autoptr (OctAcceptance) self = g_weak_ref_get (&comparison->acceptance);

  if (self != NULL && g_strcmp0 (self->digest, comparison->digest) == 0)
    {
      g_ptr_array_unref (self->differences);
      self->differences = g_steal_pointer (&comparison->differences);
      self->as_at = oct_register_get_as_at (comparison->reg);
      read_put_off (self);
      set_state (self, !comparison->found                       ? OCT_ACCEPTANCE_NOT_FOUND
                       : self->as_at < comparison->trust->as_at ? OCT_ACCEPTANCE_OLDER
                                                                : OCT_ACCEPTANCE_COMPARED);
    }
  comparison_free (comparison);

  return G_SOURCE_REMOVE;
}

static void
run_comparison (gpointer data)
{
  Comparison *comparison = data;
  g_autoptr (GError) error = NULL;

  comparison->differences = oct_acceptance_compare (
    comparison->reg, comparison->trust, comparison->schools, &comparison->found, &error);
  if (comparison->differences == NULL)
    {
      /* The register's own pages say what is wrong with it. */
      g_info ("The trust could not be compared with the register: %s", error->message);
      comparison->differences = g_ptr_array_new ();
    }
  oct_workbench_deliver (compared_cb, comparison);
}

static void
add_to_digest (GChecksum *checksum, GPtrArray *schools)
{
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      g_autofree char *text = g_strdup_printf ("%s|%u|%s|%d|%s|%s|%s|%s|%d|%d|%d|%d|%d|%d\n",
                                               school->id, school->urn, school->name,
                                               (int) school->phase, school->type, school->la,
                                               school->town, school->postcode, school->pupils,
                                               school->capacity, school->fsm_tenths, school->joined,
                                               school->left, school->as_at);

      g_checksum_update (checksum, (const guchar *) text, -1);
    }
}

static char *
make_digest (OctAcceptance *self, OctAssessment *assessment, OctRegister *reg)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const OctOwnTrust *trust = oct_assessment_get_trust (assessment);
  g_autofree char *id = oct_workbench_get_id (get_workbench (self));
  g_autofree char *text = g_strdup_printf ("%s|%s|%u|%s|%d\n", id != NULL ? id : "",
                                           oct_register_get_hash (reg), trust->uid, trust->name,
                                           trust->as_at);

  g_checksum_update (checksum, (const guchar *) text, -1);
  add_to_digest (checksum, oct_assessment_get_schools (assessment));
  add_to_digest (checksum, oct_assessment_get_left_schools (assessment));

  return g_strdup (g_checksum_get_string (checksum));
}

static void
copy_schools (GPtrArray *copies, GPtrArray *schools)
{
  for (guint i = 0; i < schools->len; i++)
    g_ptr_array_add (copies, oct_own_school_copy (g_ptr_array_index (schools, i)));
}

static void
start_comparison (OctAcceptance *self, OctAssessment *assessment, OctRegister *reg)
{
  const OctOwnTrust *trust = oct_assessment_get_trust (assessment);
  Comparison *comparison = g_new0 (Comparison, 1);

  g_weak_ref_init (&comparison->acceptance, self);
  comparison->digest = g_strdup (self->digest);
  comparison->reg = g_object_ref (reg);
  comparison->trust = g_new0 (OctOwnTrust, 1);
  comparison->trust->id = g_strdup (trust->id);
  comparison->trust->uid = trust->uid;
  comparison->trust->name = g_strdup (trust->name);
  comparison->trust->purpose = g_strdup (trust->purpose);
  comparison->trust->as_at = trust->as_at;
  comparison->schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);
  copy_schools (comparison->schools, oct_assessment_get_schools (assessment));
  copy_schools (comparison->schools, oct_assessment_get_left_schools (assessment));
  oct_worker_push (oct_session_get_worker (self->session), run_comparison, comparison);
}

/* Nothing is compared: forgets what was. */
static void
stop (OctAcceptance *self, OctAcceptanceState state)
{
  g_clear_pointer (&self->digest, g_free);
  if (self->state == state)
    return;
  g_ptr_array_unref (self->differences);
  self->differences = g_ptr_array_new ();
  self->as_at = OCT_DATE_UNKNOWN;
  set_state (self, state);
}

static void
update (OctAcceptance *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  OctRegister *reg = oct_session_get_register (self->session);
  g_autofree char *digest = NULL;

  if (assessment == NULL)
    {
      stop (self, OCT_ACCEPTANCE_NO_WORKSPACE);
      return;
    }
  if (oct_assessment_get_trust (assessment)->uid == 0)
    {
      stop (self, OCT_ACCEPTANCE_BY_HAND);
      return;
    }
  if (reg == NULL)
    {
      stop (self, OCT_ACCEPTANCE_NO_REGISTER);
      return;
    }
  digest = make_digest (self, assessment, reg);
  if (g_strcmp0 (digest, self->digest) == 0)
    return;
  g_free (self->digest);
  self->digest = g_steal_pointer (&digest);
  start_comparison (self, assessment, reg);
  /* What was compared before stays to be seen until the answer is there. */
  if (self->state < OCT_ACCEPTANCE_COMPARING)
    set_state (self, OCT_ACCEPTANCE_COMPARING);
}

static void
oct_acceptance_finalize (GObject *object)
{
  OctAcceptance *self = OCT_ACCEPTANCE (object);

  g_ptr_array_unref (self->differences);
  g_hash_table_unref (self->put_off);
  g_free (self->digest);

  G_OBJECT_CLASS (oct_acceptance_parent_class)->finalize (object);
}

static void
oct_acceptance_class_init (OctAcceptanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_acceptance_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_acceptance_init (OctAcceptance *self)
{
  self->differences = g_ptr_array_new ();
  self->put_off = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * oct_session_get_acceptance:
 * @session: a session
 *
 * Returns: (transfer none): what compares its workspace with its register
 */
OctAcceptance *
oct_session_get_acceptance (OctSession *session)
{
  OctAcceptance *self;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);

  self = g_object_get_data (G_OBJECT (session), DATA_KEY);
  if (self != NULL)
    return self;
  self = g_object_new (OCT_TYPE_ACCEPTANCE, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), DATA_KEY, self, g_object_unref);
  g_signal_connect_object (session, "notify::register", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workbench (self), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * oct_acceptance_get_state:
 * @self: an acceptance
 *
 * Returns: whether there is anything to accept, or why there can't be
 */
OctAcceptanceState
oct_acceptance_get_state (OctAcceptance *self)
{
  g_return_val_if_fail (OCT_IS_ACCEPTANCE (self), OCT_ACCEPTANCE_NO_WORKSPACE);

  return self->state;
}

/**
 * oct_acceptance_get_as_at:
 * @self: an acceptance
 *
 * Returns: the date of the register that was compared; unknown before that
 */
OctDate
oct_acceptance_get_as_at (OctAcceptance *self)
{
  g_return_val_if_fail (OCT_IS_ACCEPTANCE (self), OCT_DATE_UNKNOWN);

  return self->as_at;
}

/**
 * oct_acceptance_get_differences:
 * @self: an acceptance
 *
 * Returns: (transfer none) (element-type OctDifference): all that differs, also what is put off
 */
GPtrArray *
oct_acceptance_get_differences (OctAcceptance *self)
{
  g_return_val_if_fail (OCT_IS_ACCEPTANCE (self), NULL);

  return self->differences;
}

/**
 * oct_acceptance_is_put_off:
 * @self: an acceptance
 * @difference: one of its differences
 *
 * Returns: whether it is put off until the next register
 */
gboolean
oct_acceptance_is_put_off (OctAcceptance *self, const OctDifference *difference)
{
  g_return_val_if_fail (OCT_IS_ACCEPTANCE (self), FALSE);

  return g_hash_table_contains (self->put_off, difference->key);
}

/**
 * oct_acceptance_put_off:
 * @self: an acceptance
 * @differences: (element-type OctDifference): some of its differences
 *
 * Puts these off until the next register, and no others.
 */
void
oct_acceptance_put_off (OctAcceptance *self, GPtrArray *differences)
{
  OctRegister *reg;
  g_autofree char *key = NULL;
  g_autoptr (GString) setting = NULL;

  g_return_if_fail (OCT_IS_ACCEPTANCE (self));

  reg = oct_session_get_register (self->session);
  if (reg == NULL || oct_workbench_get_name (get_workbench (self)) == NULL)
    return;
  setting = g_string_new (oct_register_get_hash (reg));
  for (guint i = 0; i < differences->len; i++)
    {
      const OctDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (setting, " %s", difference->key);
    }
  key = make_setting_key (self);
  oct_session_set_setting (self->session, key, setting->str);
  read_put_off (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * oct_acceptance_count_open:
 * @self: an acceptance
 *
 * Returns: how many differences wait to be accepted or put off
 */
guint
oct_acceptance_count_open (OctAcceptance *self)
{
  guint n = 0;

  g_return_val_if_fail (OCT_IS_ACCEPTANCE (self), 0);

  for (guint i = 0; i < self->differences->len; i++)
    if (!oct_acceptance_is_put_off (self, g_ptr_array_index (self->differences, i)))
      n++;

  return n;
}

/* "1 school joined, 1 renamed" */
static char *
count_kinds (const guint *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < OCT_N_DIFFERENCES; kind++)
    if (counts[kind] > 0)
      g_ptr_array_add (parts, oct_difference_kind_count ((OctDifferenceKind) kind, counts[kind]));
  g_ptr_array_add (parts, NULL);

  /* Translators: stands between the parts of a list. */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}

/**
 * oct_acceptance_describe:
 * @self: an acceptance
 *
 * Returns: (transfer full): what differs and isn't put off: "1 school joined, 1 renamed"; "" where
 *   nothing does
 */
char *
oct_acceptance_describe (OctAcceptance *self)
{
  guint counts[OCT_N_DIFFERENCES] = { 0 };

  g_return_val_if_fail (OCT_IS_ACCEPTANCE (self), NULL);

  for (guint i = 0; i < self->differences->len; i++)
    {
      const OctDifference *difference = g_ptr_array_index (self->differences, i);

      if (!oct_acceptance_is_put_off (self, difference))
        counts[difference->kind]++;
    }

  return count_kinds (counts);
}

/* Accepting. */

typedef struct
{
  OctDecision *decisions;
  guint n_decisions;
} Accepting;

static void
accepting_free (gpointer data)
{
  Accepting *accepting = data;

  for (guint i = 0; i < accepting->n_decisions; i++)
    oct_difference_unref (accepting->decisions[i].difference);
  g_free (accepting->decisions);
  g_free (accepting);
}

static gboolean
accept_func (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  const Accepting *accepting = data;

  return oct_workspace_accept (workspace, info, accepting->decisions, accepting->n_decisions,
                               error);
}

static char *
describe_decisions (const OctDecision *decisions, guint n_decisions)
{
  guint counts[OCT_N_DIFFERENCES] = { 0 };
  g_autofree char *day = oct_date_to_text (decisions[0].difference->as_at);
  g_autofree char *what = NULL;

  for (guint i = 0; i < n_decisions; i++)
    counts[decisions[i].difference->kind]++;
  what = count_kinds (counts);

  /* Translators: the first %s is a day, the second a list such as "1 school joined, 1 renamed". */
  return g_strdup_printf (_("Accepted from the register of %s: %s"), day, what);
}

/* The school that all of them are about; %NULL where it isn't one. */
static const char *
find_subject (const OctDecision *decisions, guint n_decisions)
{
  const char *subject = decisions[0].difference->school_id;

  for (guint i = 1; i < n_decisions; i++)
    if (g_strcmp0 (decisions[i].difference->school_id, subject) != 0)
      return NULL;

  return subject;
}

/**
 * oct_acceptance_accept_async:
 * @self: an acceptance
 * @decisions: (array length=n_decisions): what is accepted; copied
 * @n_decisions: how many, at least one
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Accepts differences as one named edit, which is a barrier for undo.
 */
void
oct_acceptance_accept_async (OctAcceptance *self, const OctDecision *decisions, guint n_decisions,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  Accepting *accepting;
  g_autofree char *sentence = NULL;
  OctEditInfo info = { .location = "accept" };

  g_return_if_fail (OCT_IS_ACCEPTANCE (self));
  g_return_if_fail (n_decisions > 0);

  accepting = g_new0 (Accepting, 1);
  accepting->decisions = g_memdup2 (decisions, n_decisions * sizeof *decisions);
  accepting->n_decisions = n_decisions;
  for (guint i = 0; i < n_decisions; i++)
    oct_difference_ref (accepting->decisions[i].difference);
  sentence = describe_decisions (decisions, n_decisions);
  info.sentence = sentence;
  info.subject = find_subject (decisions, n_decisions);
  oct_workbench_edit_async (get_workbench (self), &info, accept_func, accepting, accepting_free,
                            callback, user_data);
}
