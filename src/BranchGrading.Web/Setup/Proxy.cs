using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace BranchGrading.Web.Setup;

/// <summary>
/// Behind a proxy that ends TLS, what it says about the visitor's address and scheme is believed, from the proxies named in
/// <c>BranchGrading:Proxies</c> (addresses or networks, separated by commas) and from nobody else. Off where none is named.
/// </summary>
public static class Proxy
{
    public static void UseProxy(this WebApplication app)
    {
        var named = (app.Configuration["BranchGrading:Proxies"] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in named)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new SettingException($"BranchGrading:Proxies: '{proxy}' is neither an address nor a network such as 10.0.0.0/8.");
        }

        app.UseForwardedHeaders(options);
    }
}
