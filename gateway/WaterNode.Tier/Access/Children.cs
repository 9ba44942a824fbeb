using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Access;

/// <summary>The tiers below this one and their tokens, in the database of the tier's data folder. It works beside a running tier:
/// <c>platform child add</c> is another process.</summary>
public sealed class Children
{
    public const int NameLengthMax = 64;

    private const int TokenBytes = 32;

    /// <summary>Longer than any token: what exceeds it is not hashed.</summary>
    private const int TokenLengthMax = 128;

    private const int ConstraintViolated = 19;

    private readonly Database _database;
    private readonly TimeProvider _time;

    private Children(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <exception cref="StoreUnavailableException">The database cannot be used; the message says why and what to do.</exception>
    public static Children Open(string folder, TimeProvider time) => new(Database.Prepare(folder, TierKind.Platform, time), time);

    /// <returns>True for 1 to 64 characters of a-z, 0-9 and -.</returns>
    public static bool IsName(string? name) =>
        name is { Length: >= 1 and <= NameLengthMax } && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Adds a child with a new random token of 256 bits.</summary>
    /// <param name="token">To be shown once: only its SHA-256 is stored.</param>
    /// <param name="error">What is wrong and what to do; "" when true.</param>
    public bool TryAdd(string name, out string token, out string error)
    {
        token = "";
        error = IsName(name) ? "" : $"'{name}' is not a name of a child: 1 to {NameLengthMax} characters of a-z, 0-9 and -.";
        if (error.Length > 0) return false;

        var random = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        try
        {
            using var connection = _database.Writer();
            connection.Execute("INSERT INTO child (name, token_hash, added) VALUES (@name, @hash, @added)",
                new { name, hash = Hash(random), added = _time.GetUtcNow().ToUnixTimeMilliseconds() });
            token = random;
            return true;
        }
        catch (SqliteException violation) when (violation.SqliteErrorCode == ConstraintViolated)
        {
            error = $"There is a child '{name}' already, and its token cannot be shown again. Choose another name.";
            return false;
        }
        catch (SqliteException failure)
        {
            throw StoreUnavailableException.Of(failure, _database.File);
        }
    }

    /// <returns>The name of the child with this token; null for a token that nobody has.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read.</exception>
    public Task<string?> Find(string token, CancellationToken cancel) => Task.Run(() =>
    {
        if (token.Length is 0 or > TokenLengthMax) return null;
        var hash = Hash(token);
        try
        {
            using var connection = _database.Reader();
            var child = connection.QueryFirstOrDefault<(string Name, byte[] Hash)>("SELECT name, token_hash FROM child WHERE token_hash = @hash", new { hash });
            // The index finds by the hash of the token, whose bytes a guesser cannot choose; the last comparison takes the same time for all.
            return child.Name is not null && CryptographicOperations.FixedTimeEquals(hash, child.Hash) ? child.Name : null;
        }
        catch (SqliteException failure)
        {
            throw StoreUnavailableException.Of(failure, _database.File);
        }
    }, cancel);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
