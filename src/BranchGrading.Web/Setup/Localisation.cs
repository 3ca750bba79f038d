using System.Globalization;
using System.Text;

namespace BranchGrading.Web.Setup;

/// <summary>One language for everybody, whatever the server's: under another culture 90.5 could be read as 905.</summary>
public static class Localisation
{
    public static void UseChinese()
    {
        var chinese = CultureInfo.GetCultureInfo("zh-CN");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (chinese, chinese);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (chinese, chinese);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }
}
