using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.CommitteeNotes;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>公开承诺 and 领导点评 of a committee in a year.</summary>
[Authorize(Policies.SeeCommitteeYear)]
[Route("/committees/{id:int}/years/{year:int}/notes")]
public sealed class CommitteeNotesController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int PageSize = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, int year, NoteFilter filter, int? page, CancellationToken cancellationToken) =>
        await ListAsync(id, year, filter, page, new NoteForm { On = clock.Today, Kind = filter.Kind }, cancellationToken) is { } list ? View("Index", list) : NotFound();

    [HttpPost(""), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Create(int id, int year, NoteForm form, CancellationToken cancellationToken)
    {
        if (await ListAsync(id, year, new NoteFilter(), null, form, cancellationToken) is not { Unit.MayKeep: true } list)
            return NotFound();
        Check(list.Unit, list.Branches, form);
        if (!ModelState.IsValid)
            return this.Again("Index", list);
        db.Add(new CommitteeNote(id, year, form.Kind!.Value, form.On!.Value, form.Content, form.OneBranch, User.Viewer().Name, clock.UtcNow));
        db.Audit.Describe(AuditEvent.CommitteeNoteRecorded, Subject(list.Unit, list.Branches, form));
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"{list.Unit.Address}/notes", $"{form.Kind.Value.Word()}已登记。");
    }

    [HttpGet("{noteId:int}/edit"), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Edit(int id, int year, int noteId, CancellationToken cancellationToken) =>
        await PageAsync(id, year, noteId, null, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("{noteId:int}"), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Edit(int id, int year, int noteId, NoteForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, year, noteId, form, cancellationToken) is not { } page)
            return NotFound();
        // What it is does not change; one of the other kind is recorded anew.
        form.Kind = page.Note.Kind;
        ModelState.Remove("Form.Kind");
        Check(page.Unit, page.Branches, form);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        if (form.Version != page.Note.Version)
            return this.Stale("Edit", form.NamedFrom(page.Branches), NoteForm.Of(page.Note).NamedFrom(page.Branches), page);
        try
        {
            db.Expect(page.Note, form.Version);
            page.Note.Edit(form.On!.Value, form.Content, form.OneBranch, User.Viewer().Name, clock.UtcNow);
            db.Audit.Describe(AuditEvent.CommitteeNoteRecorded, Subject(page.Unit, page.Branches, form));
            await db.SaveChangesAsync(cancellationToken);
            return this.Done($"{page.Unit.Address}/notes", $"{page.Note.Kind.Word()}已保存。");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return await PageAsync(id, year, noteId, form, cancellationToken) is { } now ? this.Stale("Edit", form.NamedFrom(now.Branches), NoteForm.Of(now.Note).NamedFrom(now.Branches), now) : NotFound();
        }
    }

    [HttpGet("{noteId:int}/removal"), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Delete(int id, int year, int noteId, CancellationToken cancellationToken) =>
        await PageAsync(id, year, noteId, null, cancellationToken) is { } page ? View("Delete", page) : NotFound();

    [HttpPost("{noteId:int}/removal"), Authorize(Policies.KeepCommitteeYear)]
    public async Task<IActionResult> Remove(int id, int year, int noteId, Guid version, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, year, noteId, null, cancellationToken) is not { } page)
            return NotFound();
        ModelState.Remove(nameof(version));
        if (version != page.Note.Version)
            return this.Refused("Delete", page, "您打开之后，这条记录被别人改过，下面是现在的内容。看过以后再决定删不删。");
        db.Remove(page.Note);
        db.Audit.Describe(AuditEvent.CommitteeNoteRemoved, Subject(page.Unit, page.Branches, page.Form));
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"{page.Unit.Address}/notes", $"{page.Note.Kind.Word()}已删除。");
    }

    private void Check(CommitteeYear unit, IReadOnlyList<NoteBranch> branches, NoteForm form)
    {
        if (form.Kind == CommitteeNoteKind.WorkPlan)
            ModelState.AddModelError("Form.Kind", "请选择公开承诺或领导点评；工作方案在它自己的页面上传。");
        if (form.On is { } on && CommitteeYears.WhyNotOn(unit.Year, on, clock.Today) is { } why)
            ModelState.AddModelError("Form.On", why);
        if (form.OneBranch is { } branchId && branches.All(branch => branch.Id != branchId))
            ModelState.AddModelError("Form.Branch", "请从列表里选择支部。");
    }

    private static string Subject(CommitteeYear unit, IReadOnlyList<NoteBranch> branches, NoteForm form) => $"{unit.Subject}：{form.Kind!.Value.Word()}，{NoteForm.NameOf(form.Branch, branches)}";

    private async Task<NoteList?> ListAsync(int id, int year, NoteFilter filter, int? page, NoteForm form, CancellationToken cancellationToken)
    {
        if (await db.FindCommitteeYearAsync(id, year, User.Viewer(), clock.Today, cancellationToken) is not { } unit)
            return null;
        var found = filter.Apply(db.NotesOf(unit));
        var pager = Pager.Of(page, PageSize, await found.CountAsync(cancellationToken), Request);
        return new NoteList(unit, filter, await found.Include(note => note.Branch).Skip(pager.Skip).Take(PageSize).ToListAsync(cancellationToken), pager, await BranchesAsync(unit, null, cancellationToken), form);
    }

    private async Task<NotePage?> PageAsync(int id, int year, int noteId, NoteForm? form, CancellationToken cancellationToken)
    {
        if (await db.FindCommitteeYearAsync(id, year, User.Viewer(), clock.Today, cancellationToken) is not { MayKeep: true } unit
            || await db.NotesOf(unit).AsTracking().SingleOrDefaultAsync(note => note.Id == noteId, cancellationToken) is not { } note)
            return null;
        return new NotePage(unit, note, await BranchesAsync(unit, note.BranchId, cancellationToken), form ?? NoteForm.Of(note));
    }

    /// <summary>The branches of now, those of the year's round, and the one that is named already.</summary>
    private Task<List<NoteBranch>> BranchesAsync(CommitteeYear unit, int? named, CancellationToken cancellationToken)
    {
        var roundId = unit.Round?.Id ?? 0;
        return db.Branches.Where(branch => branch.CommitteeId == unit.Committee.Id && branch.IsActive || branch.Id == named
                || db.Participants.Any(participant => participant.RoundId == roundId && participant.CommitteeId == unit.Committee.Id && participant.BranchId == branch.Id))
            .OrderBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id).Select(branch => new NoteBranch(branch.Id, branch.Name)).ToListAsync(cancellationToken);
    }
}
