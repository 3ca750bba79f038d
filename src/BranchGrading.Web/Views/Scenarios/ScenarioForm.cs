using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Scenarios;

/// <summary>Rules kept under a name.</summary>
public sealed class ScenarioForm : IVersionedForm
{
    [Display(Name = "方案名称"), Required(ErrorMessage = "请给方案起个名称。"), StringLength(Scenario.NameMaxLength, ErrorMessage = "方案名称最多 40 个字。")]
    public string Name { get; set; } = "";

    public SimulationForm Rules { get; set; } = new();

    public Guid Version { get; set; }

    public static ScenarioForm Of(Scenario scenario) => new() { Name = scenario.Name, Rules = SimulationForm.Of(scenario.Rules), Version = scenario.Version };
}
