using BranchGrading.Data;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Filters;

/// <summary>
/// Every POST is carried out once: its form's key is spent in the transaction of its first save, and a second POST with it
/// (a double click, a retry) is led to where the first one went.
/// </summary>
public sealed class FormKeyFilter(GradingDbContext db, SchoolClock clock) : IAsyncActionFilter
{
    public const string FieldName = "__FormKey";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || context.Filters.OfType<NoFormKeyAttribute>().Any() || !context.HttpContext.User.IsSignedIn())
        {
            await next();
            return;
        }

        if (!request.HasFormContentType || !Guid.TryParse((await request.ReadFormAsync())[FieldName], out var value))
        {
            context.Result = new BadRequestResult();
            return;
        }

        var accountId = context.HttpContext.User.Viewer().AccountId;
        if (await SpentAsync(value) is { } spent)
        {
            context.Result = spent.AccountId == accountId ? AlreadyDone(context, spent) : new BadRequestResult();
            return;
        }

        var key = new FormKey { Key = value, AccountId = accountId, At = clock.UtcNow };
        db.Spend(key);
        var executed = await next();
        if (LocationOf(executed) is null && await SpentAsync(value) is { } taken)
        {
            // The same form was carried out by another request while this one waited: whatever this one met, the work is done.
            executed.ExceptionHandled = true;
            executed.Result = AlreadyDone(context, taken);
        }
        else if (executed.Exception is null && LocationOf(executed) is { } location && db.Entry(key).State == EntityState.Unchanged)
        {
            db.ChangeTracker.Clear();
            db.Attach(key).Entity.Location = location;
            await db.SaveChangesAsync();
        }
    }

    private Task<FormKey?> SpentAsync(Guid key) => db.FormKeys.AsNoTracking().SingleOrDefaultAsync(spent => spent.Key == key);

    private static RedirectResult AlreadyDone(ActionExecutingContext context, FormKey spent)
    {
        ((Controller)context.Controller).Notify(NoticeKind.Info, "这张表刚才已经提交过，没有重复办理。");
        return new RedirectResult(spent.Location ?? "/");
    }

    private static string? LocationOf(ActionExecutedContext executed) => executed.Result switch
    {
        RedirectResult redirect => redirect.Url,
        RedirectToActionResult action => ((Controller)executed.Controller).Url.Action(action.ActionName, action.ControllerName, action.RouteValues),
        _ => null,
    };
}
