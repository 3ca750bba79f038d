using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web;

/// <summary>How a controller answers the script that sends drafts while they are typed.</summary>
public static class DraftExtensions
{
    /// <summary>Saves one piece and answers with what became of it: 200, 400 what is wrong, 409 both texts or why nothing can be saved any more, 404.</summary>
    public static async Task<IActionResult> DraftAsync(
        this Controller controller, GradingDbContext db, int participantId, Func<BranchPapers, bool> may, Func<BranchPapers, Func<DraftState?>> save, CancellationToken cancellationToken)
    {
        try
        {
            // Versions are given by the save: what is told of the row is read after it.
            var state = await db.ChangePapersAsync(
                participantId, controller.User.Viewer(), papers => !may(papers) ? () => null : controller.ModelState.IsValid ? save(papers) : () => DraftStates.Unread("有一项看不懂，请检查格式。"), cancellationToken);
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

    private static JsonResult Answer(DraftState state) => new(state) { StatusCode = state.StatusCode };
}
