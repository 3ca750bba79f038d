using BranchGrading.Web.Views.Shared;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web;

/// <summary>The four answers a form can get: done, look again, a rule says no, changed meanwhile.</summary>
public static class ControllerExtensions
{
    public const string NoticeText = "notice";
    public const string NoticeKindKey = "notice-kind";
    public const string Differences = "differences";

    /// <summary>Shows a sentence on the next page.</summary>
    public static void Notify(this Controller controller, NoticeKind kind, string text) =>
        (controller.TempData[NoticeText], controller.TempData[NoticeKindKey]) = (text, kind.ToString());

    /// <summary>Success: a notice and a redirect.</summary>
    public static RedirectResult Done(this Controller controller, string address, string text)
    {
        controller.Notify(NoticeKind.Ok, text);
        return controller.Redirect(address);
    }

    /// <summary>A file to keep.</summary>
    public static FileStreamResult HandOut(this Controller controller, WorkFile file) => controller.File(file.Open()!, file.ContentType, file.Name);

    /// <summary>Success with files: a notice, also of those that were not taken in and why, and a redirect.</summary>
    public static RedirectResult Kept(this Controller controller, string address, string text, IReadOnlyCollection<string> refused)
    {
        controller.Notify(refused.Count == 0 ? NoticeKind.Ok : NoticeKind.Warn, string.Join(' ', refused.Prepend(text)));
        return controller.Redirect(address);
    }

    /// <summary>Bad input: the form again, as typed, with status 400.</summary>
    public static ViewResult Again(this Controller controller, string view, object model) =>
        controller.WithStatus(StatusCodes.Status400BadRequest, view, model);

    /// <summary>A rule says no: the form again, as typed, with the reason and status 409.</summary>
    public static ViewResult Refused(this Controller controller, string view, object model, string reason, string field = "")
    {
        controller.ModelState.AddModelError(field, reason);
        return controller.WithStatus(StatusCodes.Status409Conflict, view, model);
    }

    /// <summary>Changed meanwhile: the form again with what is saved beside what was typed; saving once more keeps what was typed.</summary>
    public static ViewResult Stale<TForm>(this Controller controller, string view, TForm typed, TForm saved, object? model = null)
        where TForm : IVersionedForm
    {
        typed.Version = saved.Version;
        foreach (var key in controller.ModelState.Keys.Where(key => key == nameof(IVersionedForm.Version) || key.EndsWith("." + nameof(IVersionedForm.Version), StringComparison.Ordinal)).ToList())
            controller.ModelState.Remove(key);
        controller.ViewData[Differences] = FormDifference.Between(saved, typed);
        return controller.WithStatus(StatusCodes.Status409Conflict, view, model ?? typed);
    }

    private static ViewResult WithStatus(this Controller controller, int status, string view, object model)
    {
        var result = controller.View(view, model);
        result.StatusCode = status;
        return result;
    }
}
