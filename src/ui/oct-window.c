/* The window: pages in a stack, a sidebar beside them, a history behind them.
 *
 * Going to a location makes its page if it is the first of its kind, shows it, and remembers the
 * step. Pages never see the window; they ask with actions. The window follows the session: it says
 * when the register changed, when it can't be used, and when all of it is a demonstration.
 */

#include "octant-config.h"

#include "oct-window.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-error.h"
#include "oct-history.h"
#include "oct-import-page.h"
#include "oct-late-menu.h"
#include "oct-location.h"
#include "oct-page-kinds.h"
#include "oct-sidebar.h"
#include "oct-toast.h"
#include "oct-window-actions.h"
#include "oct-window-input.h"
#include "oct-window-state.h"
#include "oct-workspace-pack.h"
#include "oct-workspaces-page.h"
#include "oct-wrap-box.h"

#define HOME "home"

struct _OctWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwFlap *flap;
  OctSidebar *sidebar;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkBox *page_header;
  GtkRevealer *demo_strip;
  GtkRevealer *problem_strip;
  GtkLabel *problem_label;
  GtkButton *rebuild_button;
  GtkRevealer *drop_hint;
  AdwToastOverlay *toasts;
  GtkStack *stack;

  /* owned */
  OctSession *session;
  OctHistory *history;
  GHashTable *pages; /* OctPage by kind; the stack holds them too */
  GSignalGroup *session_signals;
  GSignalGroup *page_signals;

  /* borrowed */
  OctPage *page;

  gboolean importing; /* here: so that its own new register isn't announced as a stranger's */
};

G_DEFINE_FINAL_TYPE (OctWindow, oct_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (OctWindow *self)
{
  const char *page = self->page != NULL ? oct_page_get_title (self->page) : "";
  g_autofree char *title = NULL;

  adw_window_title_set_title (self->title, page);
  /* Translators: title of the window: name of the page, name of the program. */
  title = *page != '\0' ? g_strdup_printf (_("%s – Octant"), page) : g_strdup (_("Octant"));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Made again from the kept files is only what was made and then damaged, or made by a newer program. */
static gboolean
can_rebuild (const GError *problem)
{
  return g_error_matches (problem, OCT_ERROR, OCT_ERROR_DAMAGED)
         || g_error_matches (problem, OCT_ERROR, OCT_ERROR_NEWER);
}

static void
update_strips (OctWindow *self)
{
  const GError *problem = oct_session_get_problem (self->session);
  GtkWidget *strip;
  gboolean older;

  /* A register that can't be used is worse than settings that aren't kept: it is said first. */
  gtk_widget_set_visible (GTK_WIDGET (self->rebuild_button), can_rebuild (problem));
  if (problem == NULL)
    problem = oct_session_get_user_problem (self->session);
  gtk_revealer_set_reveal_child (self->demo_strip, oct_session_is_demo (self->session));
  gtk_revealer_set_reveal_child (self->problem_strip, problem != NULL);
  if (problem == NULL)
    return;
  gtk_label_set_label (self->problem_label, problem->message);
  /* Bringing the register up to date is no cause for a warning. */
  older = g_error_matches (problem, OCT_ERROR, OCT_ERROR_OLDER);
  strip = gtk_revealer_get_child (self->problem_strip);
  gtk_widget_set_visible (gtk_widget_get_first_child (strip), !older);
  if (older)
    gtk_widget_remove_css_class (strip, "problem");
  else
    gtk_widget_add_css_class (strip, "problem");
}

static void
take_down_page (OctWindow *self)
{
  GtkWidget *header;

  if (self->page == NULL)
    return;
  header = oct_page_get_header (self->page);
  if (header != NULL && gtk_widget_get_parent (header) == GTK_WIDGET (self->page_header))
    gtk_box_remove (self->page_header, header);
  self->page = NULL;
}

static OctPage *
ensure_page (OctWindow *self, const char *kind)
{
  OctPage *page = g_hash_table_lookup (self->pages, kind);
  GType type;

  if (page != NULL)
    return page;
  type = oct_page_kind_get_type (kind);
  if (type == G_TYPE_INVALID)
    return NULL;

  page = g_object_new (type, "session", self->session, NULL);
  g_hash_table_insert (self->pages, g_strdup (kind), page);
  gtk_stack_add_named (self->stack, GTK_WIDGET (page), kind);
  oct_accessible_follow (GTK_WIDGET (page));
  return page;
}

static void
remember_location (OctWindow *self, const char *location)
{
  oct_window_state_save_location (self->session, location);
  if (oct_sidebar_is_place (self->sidebar, location))
    oct_window_state_save_place (self->session, location);
}

/* Shows the present location of the history. */
static void
show_location (OctWindow *self)
{
  g_autofree char *location = g_strdup (oct_history_get_location (self->history));
  g_autofree char *kind = oct_location_dup_kind (location);
  OctPage *page = ensure_page (self, kind);
  gboolean arrived = page != self->page;
  GtkWidget *header;

  g_assert (page != NULL);

  if (page != self->page)
    {
      take_down_page (self);
      self->page = page;
      header = oct_page_get_header (page);
      if (header != NULL)
        gtk_box_append (self->page_header, header);
      g_signal_group_set_target (self->page_signals, page);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
    }
  oct_page_show (page, location);
  oct_page_take_focus (self->page, GTK_WIDGET (self->sidebar), arrived);
  oct_sidebar_set_location (self->sidebar, location);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  remember_location (self, location);
  update_title (self);
  oct_window_update_actions (self);
}

/* --- callbacks --- */

static void
page_location_cb (OctWindow *self, GParamSpec *pspec, OctPage *page)
{
  const char *location = oct_page_get_location (page);

  oct_history_replace (self->history, location);
  oct_sidebar_set_location (self->sidebar, location);
  remember_location (self, location);
}

static void
page_title_cb (OctWindow *self, GParamSpec *pspec, OctPage *page)
{
  update_title (self);
}

static void
session_register_cb (OctWindow *self)
{
  OctRegister *reg = oct_session_get_register (self->session);

  update_strips (self);
  oct_window_update_actions (self);
  if (reg != NULL && !self->importing)
    {
      g_autofree char *date = oct_date_to_text (oct_register_get_as_at (reg));
      /* Translators: the text in the placeholder is a date. */
      g_autofree char *text = g_strdup_printf (_("The register was updated: it is now as at %s"),
                                               date);
      oct_window_toast (self, text, NULL);
    }
  oct_window_reload (self);
}

static void
session_problem_cb (OctWindow *self)
{
  update_strips (self);
  oct_window_update_actions (self);
}

static void
import_running_cb (OctWindow *self, GParamSpec *pspec, OctImportPage *page)
{
  self->importing = oct_import_page_get_running (page);
  oct_sidebar_set_job (self->sidebar, oct_import_page_get_job (page));
}

static void
stop_response_cb (OctWindow *self, const char *response)
{
  OctPage *page = g_hash_table_lookup (self->pages, "import");

  if (g_strcmp0 (response, "stop") != 0)
    return;
  if (page != NULL)
    oct_import_page_cancel (OCT_IMPORT_PAGE (page));
  self->importing = FALSE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
oct_window_close_request (GtkWindow *window)
{
  OctWindow *self = OCT_WINDOW (window);
  GtkWidget *dialog;

  oct_window_state_save (window, self->session,
                         adw_flap_get_reveal_flap (self->flap) || adw_flap_get_folded (self->flap));
  if (!self->importing)
    return GTK_WINDOW_CLASS (oct_window_parent_class)->close_request (window);

  dialog = adw_message_dialog_new (window, _("An import is running"),
                                   _("If you stop it now, the register stays as it was before."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "continue", _("_Keep importing"),
                                    "stop", _("_Stop and close"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "continue");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "continue");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* Nothing that isn't mapped can be tabbed to: the first page gets the focus only now. */
static void
oct_window_map (GtkWidget *widget)
{
  OctWindow *self = OCT_WINDOW (widget);

  GTK_WIDGET_CLASS (oct_window_parent_class)->map (widget);
  if (self->page != NULL)
    oct_page_take_focus (self->page, GTK_WIDGET (self->sidebar), TRUE);
}

/* A page that is still empty gets it later. */
static void
oct_window_show (GtkWidget *widget)
{
  OctWindow *self = OCT_WINDOW (widget);

  GTK_WIDGET_CLASS (oct_window_parent_class)->show (widget);
  if (self->page != NULL)
    oct_page_await_focus (self->page);
}

/* --- class --- */

static void
oct_window_dispose (GObject *object)
{
  OctWindow *self = OCT_WINDOW (object);

  if (self->page_signals != NULL)
    g_signal_group_set_target (self->page_signals, NULL);
  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  take_down_page (self);
  g_clear_object (&self->page_signals);
  g_clear_object (&self->session_signals);
  G_OBJECT_CLASS (oct_window_parent_class)->dispose (object);
}

static void
oct_window_finalize (GObject *object)
{
  OctWindow *self = OCT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->history);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  G_OBJECT_CLASS (oct_window_parent_class)->finalize (object);
}

static void
oct_window_class_init (OctWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_window_dispose;
  object_class->finalize = oct_window_finalize;
  widget_class->map = oct_window_map;
  widget_class->show = oct_window_show;
  GTK_WINDOW_CLASS (klass)->close_request = oct_window_close_request;

  g_type_ensure (OCT_TYPE_SIDEBAR);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OctWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, page_header);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, demo_strip);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, problem_strip);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, rebuild_button);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OctWindow, stack);
  oct_window_class_install_actions (widget_class);
}

static void
oct_window_init (OctWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_late_menu_attach (self->menu_button, self->primary_menu);

  oct_accessible_follow (GTK_WIDGET (self));
  self->history = oct_history_new ();
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->page_signals = g_signal_group_new (OCT_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify::location",
                                  G_CALLBACK (page_location_cb), self);
  g_signal_group_connect_swapped (self->page_signals, "notify::title", G_CALLBACK (page_title_cb),
                                  self);
  self->session_signals = g_signal_group_new (OCT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::register",
                                  G_CALLBACK (session_register_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::problem",
                                  G_CALLBACK (session_problem_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::user-problem",
                                  G_CALLBACK (session_problem_cb), self);
  oct_window_input_attach (self, self->drop_hint);
}

/* --- public --- */

/**
 * oct_window_new:
 * @application: the application
 * @session: what the window shows
 *
 * Makes the window, as it was when it was last closed and where it was.
 *
 * Returns: (transfer none): a new window, which its application owns
 */
OctWindow *
oct_window_new (GtkApplication *application, OctSession *session)
{
  OctWindow *self = g_object_new (OCT_TYPE_WINDOW, "application", application, NULL);
  gboolean sidebar = oct_window_state_restore (GTK_WINDOW (self), session);

  if (!sidebar)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  oct_window_set_session (self, session);
  return self;
}

/**
 * oct_window_get_session:
 * @self: the window
 *
 * Returns: (transfer none): what the window shows
 */
OctSession *
oct_window_get_session (OctWindow *self)
{
  g_return_val_if_fail (OCT_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * oct_window_set_session:
 * @self: the window
 * @session: what the window is to show
 *
 * Changes to another session: all pages and the history are made anew.
 */
void
oct_window_set_session (OctWindow *self, OctSession *session)
{
  g_autofree char *location = NULL;
  g_autofree char *kind = NULL;
  GHashTableIter iter;
  gpointer page;

  g_return_if_fail (OCT_IS_WINDOW (self));
  g_return_if_fail (OCT_IS_SESSION (session));

  take_down_page (self);
  g_signal_group_set_target (self->page_signals, NULL);
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    {
      gtk_stack_remove (self->stack, GTK_WIDGET (page));
      g_hash_table_iter_remove (&iter);
    }
  g_set_object (&self->session, session);
  g_clear_object (&self->history);
  self->history = oct_history_new ();
  self->importing = FALSE;
  g_signal_group_set_target (self->session_signals, session);
  oct_sidebar_set_session (self->sidebar, session);
  oct_sidebar_set_job (self->sidebar, NULL);
  oct_window_follow_workbench (self);
  update_strips (self);

  location = oct_window_state_load_location (session);
  kind = location != NULL ? oct_location_dup_kind (location) : NULL;
  if (kind == NULL || oct_page_kind_get_type (kind) == G_TYPE_INVALID)
    {
      g_free (location);
      location = g_strdup (HOME);
    }
  oct_window_go (self, location);
}

/**
 * oct_window_go:
 * @self: the window
 * @location: where to
 *
 * Goes to a location. One that no page knows, such as a saved one of a newer version, leads home.
 */
void
oct_window_go (OctWindow *self, const char *location)
{
  g_autofree char *kind = NULL;

  g_return_if_fail (OCT_IS_WINDOW (self));
  g_return_if_fail (location != NULL);

  kind = oct_location_dup_kind (location);
  if (oct_page_kind_get_type (kind) == G_TYPE_INVALID)
    location = HOME;
  oct_history_push (self->history, location);
  show_location (self);
}

/**
 * oct_window_go_to_place:
 * @self: the window
 * @place: a page of the sidebar
 *
 * Goes to a page as it was left: with its search, its filters and its order.
 */
void
oct_window_go_to_place (OctWindow *self, const char *place)
{
  g_autofree char *location = NULL;
  OctPage *page;

  g_return_if_fail (OCT_IS_WINDOW (self));
  g_return_if_fail (place != NULL);

  /* The page itself knows best: what was typed last isn't kept yet where one left at once. */
  page = g_hash_table_lookup (self->pages, place);
  if (page != NULL && oct_page_get_location (page) != NULL
      && oct_sidebar_is_place (self->sidebar, oct_page_get_location (page)))
    location = g_strdup (oct_page_get_location (page));
  else
    location = oct_window_state_load_place (self->session, place);
  oct_window_go (self, location);
}

/**
 * oct_window_back:
 * @self: the window
 *
 * Goes one step back, if there is one.
 */
void
oct_window_back (OctWindow *self)
{
  g_return_if_fail (OCT_IS_WINDOW (self));

  if (oct_history_back (self->history) != NULL)
    show_location (self);
}

/**
 * oct_window_forward:
 * @self: the window
 *
 * Goes one step forward, if there is one.
 */
void
oct_window_forward (OctWindow *self)
{
  g_return_if_fail (OCT_IS_WINDOW (self));

  if (oct_history_forward (self->history) != NULL)
    show_location (self);
}

/**
 * oct_window_get_can_back:
 * @self: the window
 *
 * Returns: whether there is a step back
 */
gboolean
oct_window_get_can_back (OctWindow *self)
{
  g_return_val_if_fail (OCT_IS_WINDOW (self), FALSE);

  return oct_history_get_can_back (self->history);
}

/**
 * oct_window_get_can_forward:
 * @self: the window
 *
 * Returns: whether there is a step forward
 */
gboolean
oct_window_get_can_forward (OctWindow *self)
{
  g_return_val_if_fail (OCT_IS_WINDOW (self), FALSE);

  return oct_history_get_can_forward (self->history);
}

/**
 * oct_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
OctPage *
oct_window_get_page (OctWindow *self)
{
  g_return_val_if_fail (OCT_IS_WINDOW (self), NULL);

  return self->page;
}

/**
 * oct_window_reload:
 * @self: the window
 *
 * Shows the present page again from what is in the register now.
 */
void
oct_window_reload (OctWindow *self)
{
  g_return_if_fail (OCT_IS_WINDOW (self));

  if (oct_history_get_location (self->history) != NULL)
    show_location (self);
}

static OctImportPage *
go_to_import (OctWindow *self)
{
  OctPage *page;

  oct_window_go (self, "import");
  page = self->page;
  if (g_object_get_data (G_OBJECT (page), "oct-window-watched") == NULL)
    {
      g_object_set_data (G_OBJECT (page), "oct-window-watched", GINT_TO_POINTER (TRUE));
      g_signal_connect_object (page, "notify::running", G_CALLBACK (import_running_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return OCT_IMPORT_PAGE (page);
}

/**
 * oct_window_import:
 * @self: the window
 * @paths: files, ended by %NULL
 *
 * Goes to the import page and imports files there, or makes a workspace of the copy of one.
 */
void
oct_window_import (OctWindow *self, const char *const *paths)
{
  g_return_if_fail (OCT_IS_WINDOW (self));
  g_return_if_fail (paths != NULL);

  if (paths[0] == NULL)
    return;
  if (paths[1] == NULL && oct_workspace_pack_is_copy (paths[0]))
    {
      oct_window_go (self, "workspaces");
      oct_workspaces_page_open_copy (OCT_WORKSPACES_PAGE (self->page), paths[0]);
      return;
    }
  oct_import_page_start (go_to_import (self), paths);
}

/**
 * oct_window_rebuild:
 * @self: the window
 *
 * Makes a damaged or newer register again from the kept files.
 */
void
oct_window_rebuild (OctWindow *self)
{
  g_return_if_fail (OCT_IS_WINDOW (self));

  oct_import_page_rebuild (go_to_import (self));
}

/**
 * oct_window_toast:
 * @self: the window
 * @text: one short sentence
 * @location: (nullable): where a button on it leads
 *
 * Says something that needs no answer.
 */
void
oct_window_toast (OctWindow *self, const char *text, const char *location)
{
  g_return_if_fail (OCT_IS_WINDOW (self));

  oct_toast_add (self->toasts, text, location);
}

/**
 * oct_window_toast_step:
 * @self: the window
 * @text: one short sentence about a step back or forth
 * @location: (nullable): where a button on it leads
 *
 * Says it at once, in place of the step before.
 */
void
oct_window_toast_step (OctWindow *self, const char *text, const char *location)
{
  g_return_if_fail (OCT_IS_WINDOW (self));

  oct_toast_replace (self->toasts, text, location);
}

/**
 * oct_window_toggle_sidebar:
 * @self: the window
 *
 * Shows or hides the sidebar.
 */
void
oct_window_toggle_sidebar (OctWindow *self)
{
  g_return_if_fail (OCT_IS_WINDOW (self));

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}
