using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace WaterNode.Tier.Pages;

/// <summary>The files of a tier's page, out of the assemblies themselves: nothing to install, nothing from the network.</summary>
/// <remarks>Every project embeds its page files under the name <c>pages/FILE</c>. <c>index.html</c> is served at /, the others at /assets/FILE.</remarks>
public sealed class PageAssets
{
    private const string Prefix = "pages/";
    private const string Index = "index.html";

    private readonly Dictionary<string, byte[]> _files = [];

    /// <param name="tier">Assembly that holds the page of this tier; the shared parts are added from here.</param>
    public PageAssets(Assembly tier)
    {
        Read(typeof(PageAssets).Assembly);
        Read(tier);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (name, content) in _files)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"");
            routes.MapGet(name == Index ? "/" : $"/assets/{name}", (HttpResponse response) =>
            {
                // Asked for again each time, answered by 304: a new version of the program shows its new page at once.
                response.Headers.CacheControl = "no-cache";
                return Results.Bytes(content, TypeOf(name), entityTag: tag);
            });
        }
    }

    private void Read(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            _files[resource[Prefix.Length..]] = content;
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"{name}: no media type is known for {other}."),
    };
}
