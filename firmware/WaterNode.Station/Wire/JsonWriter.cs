namespace WaterNode.Station.Wire
{
    /// <summary>Writes one small JSON object (RFC 8259), member by member.</summary>
    /// <remarks>What does not fit sets <see cref="Overflowed"/>; the caller looks once, at the end.</remarks>
    public sealed class JsonWriter
    {
        private readonly ByteWriter _writer;
        private bool _wantsComma;

        /// <param name="bytesMax">Length of the longest object, bytes.</param>
        public JsonWriter(int bytesMax)
        {
            _writer = new ByteWriter(bytesMax);
        }

        public bool Overflowed
        {
            get { return _writer.Overflowed; }
        }

        /// <summary>A text, with what JSON wants escaped; characters beyond ASCII become question marks.</summary>
        public JsonWriter Text(string name, string value)
        {
            Name(name);
            Quoted(value);
            return this;
        }

        public JsonWriter Number(string name, long value)
        {
            return Decimal(name, value, 0);
        }

        /// <summary>The number <c>scaled * 10^-decimals</c>.</summary>
        public JsonWriter Decimal(string name, long scaled, int decimals)
        {
            Name(name);
            _writer.Decimal(scaled, decimals);
            return this;
        }

        public JsonWriter Flag(string name, bool value)
        {
            Name(name);
            _writer.Text(value ? "true" : "false");
            return this;
        }

        /// <summary>Members that were written before, without braces; "" for none.</summary>
        public JsonWriter More(string members)
        {
            if (members.Length > 0)
            {
                Separate();
                _writer.Text(members);
            }

            return this;
        }

        /// <summary>Members follow until <see cref="End"/>.</summary>
        public JsonWriter Begin(string name)
        {
            Name(name);
            _writer.Byte((byte)'{');
            _wantsComma = false;
            return this;
        }

        public JsonWriter End()
        {
            _writer.Byte((byte)'}');
            _wantsComma = true;
            return this;
        }

        /// <summary>The members without the object's braces, as an event is journaled.</summary>
        public string Members()
        {
            return new ByteReader(_writer.Buffer, 0, _writer.Length).Text(_writer.Length);
        }

        /// <summary>The whole object.</summary>
        public byte[] ToArray()
        {
            byte[] whole = new byte[_writer.Length + 2];
            whole[0] = (byte)'{';
            System.Array.Copy(_writer.Buffer, 0, whole, 1, _writer.Length);
            whole[whole.Length - 1] = (byte)'}';
            return whole;
        }

        private void Name(string name)
        {
            Separate();
            Quoted(name);
            _writer.Byte((byte)':');
        }

        private void Separate()
        {
            if (_wantsComma)
            {
                _writer.Byte((byte)',');
            }

            _wantsComma = true;
        }

        private void Quoted(string text)
        {
            _writer.Byte((byte)'"');
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                if (c == '"' || c == '\\')
                {
                    _writer.Byte((byte)'\\');
                }

                _writer.Byte(c >= ' ' && c < 127 ? (byte)c : (byte)'?');
            }

            _writer.Byte((byte)'"');
        }
    }
}
