using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>Writes the payload of the <c>result</c> topic.</summary>
    public static class CommandResult
    {
        /// <summary>Longest error that is told, characters: eight faults of a configuration.</summary>
        public const int ErrorLengthMax = 1000;

        /// <summary>Names, quotes and flags beside id and error, bytes.</summary>
        private const int FixedBytesMax = 64;

        /// <summary>Says of an outcome that it is said once more, and nothing was done again.</summary>
        public const string Again = "\"again\":true";

        /// <param name="id">Comes back as it came, with what JSON wants escaped; "" when none could be read.</param>
        /// <param name="error">"" when there is none.</param>
        /// <param name="members">Further members without braces, or "".</param>
        public static byte[] Write(string id, bool isOk, string error, string members)
        {
            string told = error.Length > ErrorLengthMax ? error.Substring(0, ErrorLengthMax) : error;

            // Every character may need a backslash.
            JsonWriter result = new JsonWriter((2 * (id.Length + told.Length)) + FixedBytesMax + members.Length).Text("id", id).Flag("ok", isOk);
            if (!isOk)
            {
                result.Text("error", told);
            }

            return result.More(members).ToArray();
        }

        /// <returns>The result with more members at its end.</returns>
        public static byte[] With(byte[] result, string members)
        {
            var writer = new ByteWriter(result.Length + 1 + members.Length);
            for (int i = 0; i < result.Length - 1; i++)
            {
                writer.Byte(result[i]);
            }

            writer.Byte((byte)',');
            writer.Text(members);
            writer.Byte((byte)'}');
            return writer.ToArray();
        }
    }
}
