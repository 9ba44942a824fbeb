using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using WaterNode.Station.Quality;
using WaterNode.Tier.Uplink;

namespace WaterNode.Cli.Commands;

/// <summary>Options that several commands share, and how their texts are read.</summary>
public static class CommonOptions
{
    public static Option<string> Data(string folder) => new("--data")
    {
        Description = "Folder for everything that must survive; made when missing.",
        DefaultValueFactory = _ => folder,
    };

    public static Option<int> Port(string name, int port, string what) => new(name)
    {
        Description = $"{what} 0 takes any free port.",
        DefaultValueFactory = _ => port,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 65535
            ? value : Wrong<int>(result, "a port from 0 to 65535"),
    };

    public static Option<IPAddress> Bind() => new("--bind")
    {
        Description = "Address to listen on. Anything but loopback needs credentials.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result => IPAddress.TryParse(Text(result), out var address) ? address
            : Text(result) == "localhost" ? IPAddress.Loopback
            : Wrong<IPAddress>(result, "an IP address, for example 127.0.0.1 or 0.0.0.0"),
    };

    /// <summary>The address of a parent tier; a wrong one is a wrong option.</summary>
    public static Option<string?> Parent(string name, string what)
    {
        var option = new Option<string?>(name) { Description = what };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !UplinkOptions.TryAddress(result.Tokens[0].Value, out _, out var error)) result.AddError(error);
        });
        return option;
    }

    /// <summary>The id of a limit set that this program knows.</summary>
    public static Option<string> LimitSet(string what)
    {
        var option = new Option<string>("--limit-set") { Description = what, DefaultValueFactory = _ => LimitSets.DefaultId };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !LimitSets.Has(result.Tokens[0].Value))
                result.AddError($"'{result.Tokens[0].Value}' is no limit set known here: {string.Join(", ", LimitSets.Ids())}");
        });
        return option;
    }

    /// <summary>A time such as 20s, 1.5m or 2h; a bare number is seconds.</summary>
    public static Option<TimeSpan> Duration(string name, TimeSpan standard, string what) => new(name)
    {
        Description = what,
        DefaultValueFactory = _ => standard,
        CustomParser = result => TryDuration(Text(result), out var value) ? value : Wrong<TimeSpan>(result, "a time such as 20s, 5m or 1h, up to 24h"),
    };

    public static Option<double> Number(string name, double standard, double min, double max, string what) => new(name)
    {
        Description = what,
        DefaultValueFactory = _ => standard,
        CustomParser = result => double.TryParse(Text(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value : Wrong<double>(result, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}")),
    };

    public static Option<int> Count(string name, int standard, int min, int max, string what) => new(name)
    {
        Description = what,
        DefaultValueFactory = _ => standard,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value : Wrong<int>(result, $"a whole number from {min} to {max}"),
    };

    public static T Wrong<T>(ArgumentResult result, string expected)
    {
        var option = (result.Parent as OptionResult)?.Option.Name ?? "the argument";
        result.AddError($"'{Text(result)}' is not right for {option}: it takes {expected}");
        return default!;
    }

    public static string Text(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static bool TryDuration(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length == 0) return false;
        double unitSeconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        var number = unitSeconds == 0 ? text : text[..^1];
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return false;
        value = TimeSpan.FromSeconds(count * (unitSeconds == 0 ? 1 : unitSeconds));
        return value > TimeSpan.Zero && value <= TimeSpan.FromHours(24);
    }
}
