/* The outline of a plan: its lines; see the header.
 *
 * Lines are kept while their records are there, so that neither the focus nor what is typed is lost when
 * something else changes. A new line becomes a record with the first words that are committed.
 */

#include "oct-plan-outline-private.h"

#include <glib/gi18n.h>

#include "oct-wrap-box.h"

enum
{
  CHOSEN,
  OPENED,
  FAILED,
  KEPT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctPlanOutline, oct_plan_outline, ADW_TYPE_BIN)

/* --- keeping rows in step --- */

static OctPlanLine *
get_row_at (OctPlanOutline *self, int index)
{
  return OCT_PLAN_LINE (gtk_list_box_get_row_at_index (self->list, index));
}

static OctPlanLine *
find_row (OctPlanOutline *self, const char *id)
{
  OctPlanLine *row;

  for (int i = 0; (row = get_row_at (self, i)) != NULL; i++)
    if (g_strcmp0 (oct_plan_line_get_id (row), id) == 0)
      return row;

  return NULL;
}

static void
commit_cb (OctPlanOutline *self, OctPlanLine *row)
{
  g_autofree char *text = g_strstrip (oct_plan_line_dup_text (row));
  gpointer record = oct_plan_line_find (row);
  const OctRecordKind *kind = oct_plan_line_get_kind (row);
  const OctRecord *made;
  gconstpointer after = NULL;

  if (record != NULL)
    {
      oct_plan_work_set_text (self->work, record, oct_plan_work_text_field (kind), text);
      return;
    }
  if (row != self->pending || *text == '\0')
    return;
  after = oct_plan_work_find (self->work, kind, self->pending_after);
  if (after == NULL)
    after = oct_plan_work_find (self->work, &oct_objective_kind, self->pending_after);
  if (after == NULL && kind != &oct_objective_kind)
    return;
  self->updating = TRUE;
  made = oct_plan_work_add (self->work, kind, after, text);
  oct_plan_line_set_id (row, made->id);
  self->pending = NULL;
  self->updating = FALSE;
  oct_plan_outline_refresh (self);
  oct_plan_outline_chosen (self);
}

static void
ticked_cb (OctPlanOutline *self, OctPlanLine *row)
{
  gpointer record = oct_plan_line_find (row);

  if (record != NULL && oct_plan_work_is_open (self->work))
    oct_plan_work_tick (self->work, record);
  else
    oct_plan_outline_refresh (self);
}

static void
unfold_cb (OctPlanOutline *self, OctPlanLine *row)
{
  const char *id = oct_plan_line_get_id (row);

  if (id != NULL)
    oct_plan_outline_set_folded (self, id, !g_hash_table_contains (self->folded, id));
}

static void
wanted_cb (OctPlanOutline *self, const OctRecordKind *kind, OctPlanLine *row)
{
  oct_plan_outline_begin (self, kind, oct_plan_line_get_id (row));
}

static OctPlanLine *
make_row (OctPlanOutline *self, const OctOutlineLine *line)
{
  GtkWidget *row = oct_plan_line_new (self->work, line->kind, line->id);

  g_signal_connect_object (row, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "unfold", G_CALLBACK (unfold_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);

  return OCT_PLAN_LINE (row);
}

/* What is typed in a line that goes is committed before, by whoever takes it away. */
static void
remove_row (OctPlanOutline *self, OctPlanLine *row)
{
  if (row == self->pending)
    self->pending = NULL;
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static gboolean
is_row_of (OctPlanOutline *self, OctPlanLine *row, const OctOutlineLine *line)
{
  if (row == NULL)
    return FALSE;
  if (line->id == NULL)
    return row == self->pending;

  return g_strcmp0 (oct_plan_line_get_id (row), line->id) == 0;
}

/* The row for a line, at its place. */
static OctPlanLine *
put_row (OctPlanOutline *self, int index, const OctOutlineLine *line)
{
  OctPlanLine *row = get_row_at (self, index);
  gboolean selected;

  if (is_row_of (self, row, line))
    return row;
  row = line->id != NULL ? find_row (self, line->id) : self->pending;
  if (row == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) == NULL)
    {
      if (row == NULL)
        row = make_row (self, line);
      gtk_list_box_insert (self->list, GTK_WIDGET (row), index);
      return row;
    }
  selected = gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row));
  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), index);
  if (selected)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  g_object_unref (row);

  return row;
}

static gboolean
has_focus_inside (OctPlanOutline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
restore_focus (OctPlanOutline *self, gboolean editing)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);

  if (row == NULL || has_focus_inside (self))
    return;
  if (editing && oct_plan_line_is_editing (row))
    oct_plan_line_edit (row, oct_plan_line_get_offset (row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
oct_plan_outline_refresh (OctPlanOutline *self)
{
  g_autoptr (GArray) lines = NULL;
  gboolean focused = has_focus_inside (self);
  OctPlanLine *row;
  OctPlanLine *chosen;
  int at;

  if (self->updating || self->work == NULL)
    return;
  self->updating = TRUE;
  chosen = oct_plan_outline_get_row (self);
  at = chosen != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (chosen)) : -1;
  lines = oct_plan_outline_list_lines (self);
  for (guint i = 0; i < lines->len; i++)
    {
      const OctOutlineLine *line = &g_array_index (lines, OctOutlineLine, i);

      row = put_row (self, (int) i, line);
      oct_plan_line_update (row,
                            line->id == NULL || !g_hash_table_contains (self->folded, line->id));
    }
  while ((row = get_row_at (self, (int) lines->len)) != NULL)
    remove_row (self, row);
  /* Where the chosen line is gone, the one before it is. */
  if (at >= 0 && oct_plan_outline_get_row (self) == NULL && lines->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (
                                           self->list, CLAMP (at - 1, 0, (int) lines->len - 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), lines->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), lines->len == 0);
  if (focused)
    restore_focus (self, TRUE);
  self->updating = FALSE;
  if (oct_plan_outline_get_row (self) != chosen)
    oct_plan_outline_chosen (self);
  else
    oct_plan_outline_update_actions (self);
}

/* --- choosing --- */

OctPlanLine *
oct_plan_outline_get_row (OctPlanOutline *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? OCT_PLAN_LINE (row) : NULL;
}

void
oct_plan_outline_chosen (OctPlanOutline *self)
{
  oct_plan_outline_update_actions (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
left_cb (gpointer data)
{
  OctPlanOutline *self = data;

  if (self->pending != NULL && oct_plan_outline_get_row (self) != self->pending)
    oct_plan_outline_drop (self);

  return G_SOURCE_REMOVE;
}

static void
selected_cb (OctPlanOutline *self)
{
  OctPlanLine *chosen = oct_plan_outline_get_row (self);
  OctPlanLine *row;

  /* A list that goes says so of its rows too. */
  if (self->work == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  for (int i = 0; (row = get_row_at (self, i)) != NULL; i++)
    oct_plan_line_set_chosen (row, row == chosen);
  if (self->updating)
    return;
  oct_plan_outline_chosen (self);
  if (self->pending != NULL && chosen != self->pending)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, left_cb, g_object_ref (self), g_object_unref);
}

/* A line that was just made is laid out with the next frame. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OctPlanOutline *self = OCT_PLAN_OUTLINE (widget);
  OctPlanLine *line = oct_plan_outline_get_row (self);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (line == NULL || scroller == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (GTK_WIDGET (line)) == 0)
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  if (gtk_widget_compute_bounds (GTK_WIDGET (line), scroller, &bounds))
    gtk_adjustment_clamp_page (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y,
                               gtk_adjustment_get_value (adjustment) + bounds.origin.y
                                 + bounds.size.height);

  return G_SOURCE_REMOVE;
}

static void
go_to (OctPlanOutline *self, OctPlanLine *row, gboolean edit)
{
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  if (edit && oct_plan_work_is_open (self->work))
    oct_plan_line_edit (row, -1);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* To the line above or below the chosen one. */
void
oct_plan_outline_go (OctPlanOutline *self, int direction, gboolean edit)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + direction : 0;
  OctPlanLine *next = index >= 0 ? get_row_at (self, index) : NULL;

  if (next == NULL)
    return;
  if (row != NULL && oct_plan_line_is_editing (row))
    oct_plan_line_end (row);
  go_to (self, next, edit);
}

void
oct_plan_outline_set_folded (OctPlanOutline *self, const char *id, gboolean folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);
  oct_plan_outline_refresh (self);
}

/* --- new lines --- */

/* A line that stayed empty goes; nothing was lost with it. */
void
oct_plan_outline_drop (OctPlanOutline *self)
{
  OctPlanLine *row = self->pending;

  if (row == NULL)
    return;
  oct_plan_line_commit (row);
  if (self->pending == NULL)
    return;
  self->pending = NULL;
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
oct_plan_outline_begin (OctPlanOutline *self, const OctRecordKind *kind, const char *after)
{
  const OctOutlineLine line = { kind, NULL };
  g_autofree char *after_id = g_strdup (after);
  const OctObjective *objective = NULL;

  if (!oct_plan_work_is_open (self->work))
    return;
  oct_plan_outline_commit (self);
  oct_plan_outline_drop (self);
  objective = oct_plan_outline_find_objective (self, after_id);
  if (kind != &oct_objective_kind && objective == NULL)
    return;
  g_free (self->pending_after);
  /* Below one of its like, else at the end of them. */
  self->pending_after = oct_plan_work_find (self->work, kind, after_id) != NULL
                          ? g_strdup (after_id)
                          : g_strdup (objective != NULL ? objective->record.id : NULL);
  if (kind != &oct_objective_kind)
    g_hash_table_remove (self->folded, objective->record.id);
  self->pending = make_row (self, &line);
  oct_plan_outline_refresh (self);
  go_to (self, self->pending, TRUE);
}

/* --- class --- */

void
oct_plan_outline_fail (OctPlanOutline *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* A rule may keep an objective from being deleted; it can be withdrawn then. */
void
oct_plan_outline_delete (OctPlanOutline *self)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  gpointer record = row != NULL ? oct_plan_line_find (row) : NULL;
  g_autoptr (GError) error = NULL;
  int index;
  OctPlanLine *next;

  if (row == NULL || (record != NULL && !oct_plan_work_is_open (self->work)))
    return;
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (record == NULL)
    oct_plan_outline_drop (self);
  else if (!oct_plan_work_delete (self->work, record, &error))
    {
      if (error != NULL && oct_plan_line_get_kind (row) == &oct_objective_kind)
        g_signal_emit (self, signals[KEPT_BACK], 0, error->message);
      else if (error != NULL)
        oct_plan_outline_fail (self, error);
      return;
    }
  next = get_row_at (self, index);
  if (next == NULL && index > 0)
    next = get_row_at (self, index - 1);
  if (next != NULL)
    go_to (self, next, FALSE);
  oct_plan_outline_chosen (self);
}

static void
opened_cb (OctPlanOutline *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
oct_plan_outline_dispose (GObject *object)
{
  OctPlanOutline *self = OCT_PLAN_OUTLINE (object);

  self->pending = NULL;
  g_clear_object (&self->work);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (oct_plan_outline_parent_class)->dispose (object);
}

static void
oct_plan_outline_finalize (GObject *object)
{
  OctPlanOutline *self = OCT_PLAN_OUTLINE (object);

  g_hash_table_unref (self->folded);
  g_free (self->pending_after);
  g_free (self->plan_id);
  G_OBJECT_CLASS (oct_plan_outline_parent_class)->finalize (object);
}

static void
oct_plan_outline_class_init (OctPlanOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_plan_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_plan_outline_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[KEPT_BACK] = g_signal_new ("kept-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  oct_plan_outline_install (widget_class);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-plan-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPlanOutline, list);
  gtk_widget_class_bind_template_child (widget_class, OctPlanOutline, tools);
  gtk_widget_class_bind_template_child (widget_class, OctPlanOutline, empty);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
add_tool (OctPlanOutline *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "oct-plan-tool");
  oct_wrap_box_append (OCT_WRAP_BOX (self->tools), button);
}

static void
oct_plan_outline_init (OctPlanOutline *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tool (self, _("Objective"), "outline.add-objective");
  add_tool (self, _("Success criterion"), "outline.add-criterion");
  add_tool (self, _("Action"), "outline.add-action");
  add_tool (self, _("Milestone"), "outline.add-milestone");
  oct_plan_outline_add_keys (self);
}

/**
 * oct_plan_outline_set_work:
 * @self: an outline
 * @work: the plan
 *
 * To be called once, and before anything is shown.
 */
void
oct_plan_outline_set_work (OctPlanOutline *self, OctPlanWork *work)
{
  g_return_if_fail (OCT_IS_PLAN_OUTLINE (self));

  if (!g_set_object (&self->work, work))
    return;
  g_signal_connect_object (work, "changed", G_CALLBACK (oct_plan_outline_refresh), self,
                           G_CONNECT_SWAPPED);
}

/**
 * oct_plan_outline_get_chosen:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): the record that is chosen
 */
gpointer
oct_plan_outline_get_chosen (OctPlanOutline *self)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);

  return row != NULL ? oct_plan_line_find (row) : NULL;
}

/**
 * oct_plan_outline_choose:
 * @self: an outline
 * @id: (nullable): of a record of the plan; %NULL for the first objective
 *
 * Returns: whether it is there
 */
gboolean
oct_plan_outline_choose (OctPlanOutline *self, const char *id)
{
  const OctObjective *objective = oct_plan_outline_find_objective (self, id);
  OctPlanLine *row;

  if (objective != NULL && g_strcmp0 (objective->record.id, id) != 0
      && g_hash_table_contains (self->folded, objective->record.id))
    oct_plan_outline_set_folded (self, objective->record.id, FALSE);
  row = id != NULL ? find_row (self, id) : get_row_at (self, 0);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);

  return TRUE;
}

/**
 * oct_plan_outline_commit:
 * @self: an outline
 *
 * Keeps what is typed and waits.
 */
void
oct_plan_outline_commit (OctPlanOutline *self)
{
  OctPlanLine *row;

  g_return_if_fail (OCT_IS_PLAN_OUTLINE (self));

  for (int i = 0; (row = get_row_at (self, i)) != NULL; i++)
    if (oct_plan_line_is_editing (row))
      oct_plan_line_commit (row);
}

/**
 * oct_plan_outline_focus:
 * @self: an outline
 *
 * Puts the focus on the chosen line, or the first.
 */
void
oct_plan_outline_focus (OctPlanOutline *self)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);

  if (row == NULL)
    row = get_row_at (self, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * oct_plan_outline_add:
 * @self: an outline
 * @kind: what is to be added
 *
 * Begins a line below the chosen one.
 */
void
oct_plan_outline_add (OctPlanOutline *self, const OctRecordKind *kind)
{
  OctPlanLine *row = oct_plan_outline_get_row (self);
  const char *after = row != NULL ? oct_plan_line_get_id (row) : NULL;

  g_return_if_fail (OCT_IS_PLAN_OUTLINE (self));

  oct_plan_outline_begin (self, kind, after);
}
