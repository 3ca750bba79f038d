using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using BranchGrading.Web.Views.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web;

/// <summary>How drafts are saved: one piece at a time by the script, or a section by its button.</summary>
public static class DraftExtensions
{
    private const string Unreadable = "有一项看不懂，请检查格式。";

    /// <summary>Saves one piece and answers the script with what became of it: 200, 400 what is wrong, 409 both texts or why nothing can be saved any more, 404.</summary>
    public static async Task<IActionResult> DraftAsync(
        this Controller controller, GradingDbContext db, int participantId, Func<BranchPapers, bool> may, Func<BranchPapers, Func<DraftState?>> save, CancellationToken cancellationToken)
    {
        try
        {
            // Versions are given by the save: what is told of the row is read after it.
            var state = await db.ChangePapersAsync(
                participantId, controller.User.Viewer(), papers => !may(papers) ? () => null : controller.ModelState.IsValid ? save(papers) : () => DraftStates.Unread(Unreadable), cancellationToken, withHistory: false);
            return state?.Invoke() is { } known ? Answer(known) : controller.NotFound();
        }
        catch (RuleViolationException refused)
        {
            return Answer(DraftStates.Locked(refused.Message));
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            return Answer(DraftStates.Unread("刚才有人也在保存，请再试一次。"));
        }
    }

    /// <summary>
    /// Saves a section whose pieces were posted together: what can be saved is, what was changed elsewhere or cannot be read is told piece by piece, and every
    /// piece gets the version that its next save replaces.
    /// </summary>
    /// <returns>What became of the pieces; null where the branch is not the viewer's to fill in.</returns>
    public static async Task<SectionDraft?> SectionAsync<TForm>(
        this Controller controller, GradingDbContext db, int participantId, IReadOnlyList<TForm> forms, Func<BranchPapers, TForm, (BranchPapers Papers, Func<DraftState> State)> save, CancellationToken cancellationToken)
        where TForm : IVersionedForm
    {
        var viewer = controller.User.Viewer();
        SectionDraft section;
        try
        {
            var saved = await db.ChangePapersAsync<Saved>(participantId, viewer, papers =>
            {
                if (!papers.MayFill)
                    return new Saved(null, []);
                var states = new List<Func<DraftState>>();
                foreach (var form in forms)
                {
                    (papers, var state) = controller.ModelState.IsValid ? save(papers, form) : (papers, () => DraftStates.Unread(Unreadable));
                    states.Add(state);
                }

                return new Saved(papers, states);
            }, cancellationToken);
            if (saved?.Papers is null)
                return null;
            section = new SectionDraft(saved.Papers, saved.States.ConvertAll(state => state()));
        }
        catch (RuleViolationException refused)
        {
            db.ChangeTracker.Clear();
            var papers = await db.FindPapersAsync(participantId, viewer, cancellationToken);
            controller.ModelState.AddModelError("", $"{refused.Message}您写的还在这一页上，可以复制出来。");
            return new SectionDraft(papers!, [.. forms.Select(_ => DraftStates.Locked(refused.Message))]);
        }

        foreach (var (form, state) in forms.Zip(section.States).Where(pair => pair.Second.Error is null && pair.Second.Version != Guid.Empty))
            form.Version = state.Version;
        foreach (var error in section.States.Select(state => state.IsStale ? "有一项在您打开之后被改过，两份都还在。" : state.Error).OfType<string>().Distinct())
            controller.ModelState.AddModelError("", error);
        return section;
    }

    private static JsonResult Answer(DraftState state) => new(state) { StatusCode = state.StatusCode };

    private sealed record Saved(BranchPapers? Papers, List<Func<DraftState>> States);
}
