using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Shared;
using BranchGrading.Web.Views.Trainings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>书记培训 of a committee in a year: who took part in what, and who did not yet.</summary>
[Authorize(Policies.SeeCommitteeYear)]
[Route("/committees/{id:int}/years/{year:int}/trainings")]
public sealed class TrainingsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, int year, string? show, int? page, CancellationToken cancellationToken) =>
        await ListAsync(id, year, show, page, new TrainingForm(), cancellationToken) is { } list ? View("Index", list) : NotFound();

    [HttpPost(""), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Create(int id, int year, string? show, TrainingForm form, CancellationToken cancellationToken)
    {
        if (await ListAsync(id, year, show, null, form, cancellationToken) is not { Unit.MayKeep: true } list)
            return NotFound();
        Check(list, form);
        if (!ModelState.IsValid)
            return this.Again("Index", list);
        var (on, kind, title) = (form.On!.Value, form.Kind!.Value, form.Title.Trim());
        var (added, known) = await db.InTransactionAsync(
            async () =>
            {
                var already = await db.Trainings.Where(training => training.On == on && training.Kind == kind && form.People.Contains(training.PersonId)).Select(training => training.PersonId).ToListAsync(cancellationToken);
                var people = form.People.Distinct().Except(already).ToList();
                db.AddRange(people.Select(person => new Training(person, kind, on, title, User.Viewer().Name, clock.UtcNow)));
                if (people.Count > 0)
                {
                    db.Audit.Describe(AuditEvent.TrainingRecorded, $"{list.Unit.Subject}：{kind.Word()}「{title}」，{people.Count} 人");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return (people.Count, already.Count);
            },
            cancellationToken);
        return this.Done(list.Address, $"已登记{kind.Word()} {added} 人。{(known > 0 ? $"另有 {known} 人这一天的{kind.Word()}已经登记过，没有重复登记。" : "")}");
    }

    /// <summary>Deleting what is gone already is no mistake.</summary>
    [HttpPost("{trainingId:int}/removal"), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Delete(int id, int year, int trainingId, CancellationToken cancellationToken)
    {
        if (await db.FindCommitteeYearAsync(id, year, User.Viewer(), clock.Today, cancellationToken) is not { MayKeep: true } unit)
            return NotFound();
        if (await db.TrainingsOf(unit).Include(training => training.Person).SingleOrDefaultAsync(training => training.Id == trainingId, cancellationToken) is { } training)
        {
            db.Remove(training);
            db.Audit.Describe(AuditEvent.TrainingRemoved, $"{unit.Subject}：{training.Person.Name} {training.Kind.Word()}「{training.Title}」");
            await db.SaveChangesAsync(cancellationToken);
        }

        return this.Done($"{unit.Address}/trainings", "已删除。");
    }

    private void Check(TrainingList list, TrainingForm form)
    {
        if (form.On is { } on && on > clock.Today)
            ModelState.AddModelError("Form.On", "培训的日期不能晚于今天，办完以后再登记。");
        else if (form.On is { } day && day.Year != list.Unit.Year)
            ModelState.AddModelError("Form.On", $"这一页登记 {list.Unit.Year} 年的培训；{day.Year} 年的请到 {day.Year} 年那一页登记。");
        if (form.People.Count == 0)
            ModelState.AddModelError("Form.People", "请勾选参加培训的书记。");
        else if (form.People.Exists(person => list.Secretaries.All(line => line.PersonId != person)))
            ModelState.AddModelError("Form.People", "勾选的人里有现在不任书记的，请重新打开这一页再选。");
    }

    private async Task<TrainingList?> ListAsync(int id, int year, string? show, int? page, TrainingForm form, CancellationToken cancellationToken)
    {
        if (await db.FindCommitteeYearAsync(id, year, User.Viewer(), clock.Today, cancellationToken) is not { } unit)
            return null;
        var lines = await db.SecretariesAsync(db.Committees.Where(committee => committee.Id == id), year, clock.Today, cancellationToken);
        var found = db.TrainingsOf(unit);
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        var records = await found.AsNoTracking().Include(training => training.Person).Skip(pager.Skip).Take(PageSize).ToListAsync(cancellationToken);
        return new TrainingList(unit, CommitteeYears.DayOf(year, clock.Today), lines, show, records, pager, form);
    }
}
