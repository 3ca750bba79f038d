using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Scenarios;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>试算: other rules tried on the round as it is, kept under names; nothing is graded by them.</summary>
[Authorize(Policies.RunRound)]
public sealed class ScenariosController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/scenarios")]
    public Task<IActionResult> Index(int roundId, [Bind(Prefix = SimulationForm.Prefix)] SimulationForm rules, bool all, CancellationToken cancellationToken) =>
        LookAsync(roundId, null, rules, all, cancellationToken);

    [HttpGet("/rounds/{roundId:int}/scenarios/{id:int}")]
    public Task<IActionResult> Edit(int roundId, int id, [Bind(Prefix = SimulationForm.Prefix)] SimulationForm rules, bool all, CancellationToken cancellationToken) =>
        LookAsync(roundId, id, rules, all, cancellationToken);

    /// <summary>Only what comes out, for a page that asks while one types.</summary>
    [HttpGet("/rounds/{roundId:int}/scenarios/result")]
    public async Task<IActionResult> Result(int roundId, [Bind(Prefix = SimulationForm.Prefix)] SimulationForm rules, bool all, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, null, Asked(rules), all, cancellationToken) is not { Round.Stage: RoundStage.Open } page)
            return NotFound();
        if (page.View is not null)
            return PartialView("_Result", page.View);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return PartialView("_Errors", page);
    }

    [HttpPost("/rounds/{roundId:int}/scenarios")]
    public async Task<IActionResult> Create(int roundId, ScenarioForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, null, form, false, cancellationToken) is not { } page)
            return NotFound();
        if (page.Round.WhyNotOpen is { } why)
            return this.Refused("Closed", page.Round, why);
        if (!ModelState.IsValid)
            return this.Again("Index", page);
        try
        {
            var kept = await db.SaveScenarioAsync(roundId, null, Guid.Empty, form.Name, form.Rules.ToRules(page.Round.Rules), User.Viewer().Name, clock.UtcNow, cancellationToken);
            return this.Done($"/rounds/{roundId}/scenarios/{kept.Id}", $"方案「{kept.Name}」已保存，可以和别的方案对比，或者采用。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", page, refused.Message, "Form.Name");
        }
    }

    [HttpPost("/rounds/{roundId:int}/scenarios/{id:int}")]
    public async Task<IActionResult> Edit(int roundId, int id, ScenarioForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, id, form, false, cancellationToken) is not { } page)
            return NotFound();
        if (page.Round.WhyNotOpen is { } why)
            return this.Refused("Closed", page.Round, why);
        if (form.Version != page.Scenario!.Version)
            return this.Stale("Index", form, ScenarioForm.Of(page.Scenario), page);
        if (!ModelState.IsValid)
            return this.Again("Index", page);
        try
        {
            await db.SaveScenarioAsync(roundId, id, form.Version, form.Name, form.Rules.ToRules(page.Round.Rules), User.Viewer().Name, clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Index", page, refused.Message, "Form.Name");
        }
        catch (DbUpdateConcurrencyException)
        {
            return await PageAsync(roundId, id, form, false, cancellationToken) is { } fresh ? this.Stale("Index", form, ScenarioForm.Of(fresh.Scenario!), fresh) : NotFound();
        }

        return this.Done($"/rounds/{roundId}/scenarios/{id}", $"方案「{form.Name.Trim()}」已保存。");
    }

    [HttpPost("/rounds/{roundId:int}/scenarios/{id:int}/removal")]
    public async Task<IActionResult> Delete(int roundId, int id, Guid version, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await PageAsync(roundId, id, null, false, cancellationToken) is not { } page)
            return NotFound();
        try
        {
            await db.RemoveScenarioAsync(page.Round, id, version, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await PageAsync(roundId, id, null, false, cancellationToken) is { } fresh
                ? this.Refused("Index", fresh, $"方案「{fresh.Scenario!.Name}」刚由{fresh.Scenario.SavedBy}改过，没有删除。请看过现在的内容再决定。")
                : this.Done($"/rounds/{roundId}/scenarios", $"方案「{page.Scenario!.Name}」已经删除。");
        }

        return this.Done($"/rounds/{roundId}/scenarios", $"方案「{page.Scenario!.Name}」已删除，现行规则没有改动。");
    }

    private async Task<IActionResult> LookAsync(int roundId, int? id, SimulationForm rules, bool all, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, id, Asked(rules), all, cancellationToken) is not { } page)
            return NotFound();
        if (page.Round.Publication is not null)
            return View("Closed", page.Round);
        return ModelState.IsValid ? View("Index", page) : this.Again("Index", page);
    }

    /// <summary>The rules that the address asks for; null where it asks for none, and those in force, or the scenario's, are shown.</summary>
    private ScenarioForm? Asked(SimulationForm rules)
    {
        if (Request.Query.Keys.Any(key => key.StartsWith(SimulationForm.Prefix + ".", StringComparison.OrdinalIgnoreCase)))
            return new ScenarioForm { Rules = rules };
        ModelState.Clear();
        return null;
    }

    private async Task<ScenarioPage?> PageAsync(int roundId, int? id, ScenarioForm? form, bool all, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return null;
        var scenarios = await db.ScenariosAsync(roundId, cancellationToken);
        var scenario = scenarios.Find(known => known.Id == id);
        if (id is not null && scenario is null)
            return null;
        var known = scenario is null ? new ScenarioForm { Rules = SimulationForm.Of(round.Rules) } : ScenarioForm.Of(scenario);
        if (form is not null && HttpMethods.IsGet(Request.Method))
            (form.Name, form.Version) = (known.Name, known.Version);
        form ??= known;
        form.Rules.Check(ModelState);
        var page = new ScenarioPage(round, scenarios, scenario, form);
        if (round.Publication is not null || ModelState.FindKeysWithPrefix(SimulationForm.Prefix).Any(entry => entry.Value.Errors.Count > 0))
            return page;
        var grades = await db.SimulateAsync(round, [round.Rules, form.Rules.ToRules(round.Rules)], cancellationToken);
        return page with { View = new SimulationView(round, grades[0], grades[1]) { AllAddress = all ? null : $"{page.Address}?{form.Rules.Query}&all=true" } };
    }
}
