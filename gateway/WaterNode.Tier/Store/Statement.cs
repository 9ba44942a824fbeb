using Microsoft.Data.Sqlite;

namespace WaterNode.Tier.Store;

/// <summary>A statement that is compiled once and run for every arrival. Parameters are <c>?1</c>, <c>?2</c> ... in the SQL.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    /// <returns>The number of rows that changed.</returns>
    public int Run(params ReadOnlySpan<object?> values) => With(values).ExecuteNonQuery();

    /// <returns>The first column of the first row; null when there is no row or no value.</returns>
    public object? Value(params ReadOnlySpan<object?> values) => With(values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public SqliteDataReader Rows(params ReadOnlySpan<object?> values) => With(values).ExecuteReader();

    public void Dispose() => _command.Dispose();

    private SqliteCommand With(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == _command.Parameters.Count) _command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i + 1}" });
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return _command;
    }
}
