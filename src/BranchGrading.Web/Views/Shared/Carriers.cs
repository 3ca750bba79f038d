namespace BranchGrading.Web.Views.Shared;

/// <summary>Where the files of other people's style sheets and scripts come from; see docs/adr for the way out.</summary>
public static class Carriers
{
    /// <summary>Bootstrap 5.3, a static web asset of Microsoft.AspNetCore.Identity.UI.</summary>
    public const string BootstrapStyles = "/Identity/lib/bootstrap/dist/css/bootstrap.min.css";

    /// <summary>ECharts 6, a static web asset of Vizor.ECharts; only pages with pictures load it.</summary>
    public const string Charts = "/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js";
}
