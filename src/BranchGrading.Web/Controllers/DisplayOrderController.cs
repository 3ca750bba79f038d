using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.DisplayOrder;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>显示顺序 of committees and of the branches of one.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class DisplayOrderController(GradingDbContext db) : Controller
{
    [HttpGet("/committees/order")]
    public async Task<IActionResult> Committees(CancellationToken cancellationToken) =>
        View("Edit", OfCommittees(FormOf(await CommitteesAsync(cancellationToken))));

    [HttpPost("/committees/order")]
    public async Task<IActionResult> Committees(OrderForm form, CancellationToken cancellationToken)
    {
        var committees = await CommitteesAsync(cancellationToken);
        if (Checked(form, FormOf(committees), OfCommittees) is { } again)
            return again;
        foreach (var (id, place) in Places(form))
            committees.Single(committee => committee.Id == id).MoveTo(place);
        db.Audit.Describe(AuditEvent.DisplayOrderChanged, "二级党组织");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done("/committees", "已按新的顺序排列二级党组织。");
    }

    [HttpGet("/committees/{id:int}/order")]
    public async Task<IActionResult> Branches(int id, CancellationToken cancellationToken) =>
        await CommitteeAsync(id, cancellationToken) is { } committee ? View("Edit", OfBranches(committee, FormOf(committee))) : NotFound();

    [HttpPost("/committees/{id:int}/order")]
    public async Task<IActionResult> Branches(int id, OrderForm form, CancellationToken cancellationToken)
    {
        if (await CommitteeAsync(id, cancellationToken) is not { } committee)
            return NotFound();
        if (Checked(form, FormOf(committee), named => OfBranches(committee, named)) is { } again)
            return again;
        foreach (var (branchId, place) in Places(form))
            committee.Branches.Single(branch => branch.Id == branchId).MoveTo(place);
        db.Audit.Describe(AuditEvent.DisplayOrderChanged, $"{committee.Name}的支部");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/committees/{id}", $"已按新的顺序排列「{committee.Name}」的支部。");
    }

    /// <summary>The form again where a number is missing or the list changed meanwhile; null when the places can be given.</summary>
    private ViewResult? Checked(OrderForm form, OrderForm saved, Func<OrderForm, OrderPage> page)
    {
        var typed = form.Lines.GroupBy(line => line.Id).ToDictionary(lines => lines.Key, lines => lines.First().Place);
        var named = new OrderForm
        {
            Version = form.Version,
            Lines = saved.Lines.Select(line => new OrderForm.Line { Id = line.Id, Name = line.Name, Place = typed.TryGetValue(line.Id, out var place) ? place : line.Place }).ToList(),
        };
        var isSameList = form.Version == saved.Version && form.Lines.Select(line => line.Id).SequenceEqual(saved.Lines.Select(line => line.Id));
        if (!isSameList)
        {
            ModelState.Clear();
            return this.Stale("Edit", named, saved, page(named));
        }

        return ModelState.IsValid ? null : this.Again("Edit", page(named));
    }

    /// <summary>1, 2, 3 … by the numbers typed; equal ones stay in the order they had.</summary>
    private static IEnumerable<(int Id, int Place)> Places(OrderForm form) =>
        form.Lines.OrderBy(line => line.Place).Select((line, index) => (line.Id, index + 1));

    private static OrderForm FormOf(IEnumerable<Committee> committees) => OrderForm.Of(committees.Select(committee => (committee.Id, committee.Name)));

    private static OrderForm FormOf(Committee committee) =>
        OrderForm.Of(committee.Branches.OrderBy(branch => branch.DisplayOrder).ThenBy(branch => branch.Id).Select(branch => (branch.Id, branch.Name)));

    private static OrderPage OfCommittees(OrderForm form) => new("二级党组织", "/committees/order", "/committees", [new Breadcrumb("组织", "/committees")], form);

    private static OrderPage OfBranches(Committee committee, OrderForm form) => new(
        $"「{committee.Name}」的支部", $"/committees/{committee.Id}/order", $"/committees/{committee.Id}",
        [new Breadcrumb("组织", "/committees"), new Breadcrumb(committee.Name, $"/committees/{committee.Id}")], form);

    private Task<List<Committee>> CommitteesAsync(CancellationToken cancellationToken) => db.Committees.VisibleTo(User.Viewer())
        .OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id).ToListAsync(cancellationToken);

    private Task<Committee?> CommitteeAsync(int id, CancellationToken cancellationToken) =>
        db.Committees.VisibleTo(User.Viewer()).Include(committee => committee.Branches).SingleOrDefaultAsync(committee => committee.Id == id, cancellationToken);
}
