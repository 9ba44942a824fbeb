namespace WaterNode.Station.Wire
{
    /// <summary>The members of one small JSON object (RFC 8259), found in place: nothing is copied until it is asked for.</summary>
    /// <remarks>Bounded on purpose: at most 16 members and 8 levels. A message that needs more is not one of the contract's.</remarks>
    public sealed class JsonFields
    {
        public const int MembersMax = 16;
        private const int TextMax = 128;

        private readonly int[] _nameStarts = new int[MembersMax];
        private readonly int[] _nameEnds = new int[MembersMax];
        private readonly int[] _valueStarts = new int[MembersMax];
        private readonly JsonCursor _cursor = new JsonCursor();
        private byte[] _text;
        private int _count;

        /// <returns>False when the text is not one JSON object within the bounds.</returns>
        public bool TryParse(byte[] text)
        {
            _text = text;
            _cursor.Start(text);
            _count = 0;
            bool good = _cursor.TryTake('{') && (_cursor.TryTake('}') || TryMembers()) && _cursor.IsAtEnd;
            if (!good)
            {
                _count = 0;
            }

            return good;
        }

        /// <returns>False when there is no such member or it is no whole number of up to 15 digits.</returns>
        public bool TryGetNumber(string name, out long value)
        {
            value = 0;
            return TryGoTo(name) && _cursor.TryNumber(out value);
        }

        /// <returns>False when there is no such member or it is no text of up to 128 printable ASCII characters without escapes.</returns>
        public bool TryGetText(string name, out string value)
        {
            value = "";
            if (!TryGoTo(name) || !_cursor.TryTake('"'))
            {
                return false;
            }

            // The whole text was checked, so that a closing quote follows.
            int start = _cursor.Position;
            int end = start;
            while (_text[end] != '"')
            {
                if (_text[end] == '\\' || _text[end] >= 127 || end - start >= TextMax)
                {
                    return false;
                }

                end++;
            }

            char[] characters = new char[end - start];
            for (int i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)_text[start + i];
            }

            value = new string(characters);
            return true;
        }

        /// <summary>Reads <c>[[1,3],[7,7]]</c>; a member that is not there is no range.</summary>
        /// <returns>False when the member is something else, or has more ranges than fit.</returns>
        public bool TryGetRanges(string name, SequenceRanges ranges)
        {
            ranges.Clear();
            if (!TryGoTo(name))
            {
                return true;
            }

            if (!_cursor.TryTake('['))
            {
                return false;
            }

            if (_cursor.TryTake(']'))
            {
                return true;
            }

            for (int i = 0; i <= SequenceRanges.Max; i++)
            {
                if (!TryRange(ranges))
                {
                    return false;
                }

                if (_cursor.TryTake(']'))
                {
                    return true;
                }

                if (!_cursor.TryTake(','))
                {
                    return false;
                }
            }

            return false;
        }

        private bool TryRange(SequenceRanges ranges)
        {
            long first = 0;
            long last = 0;
            bool good = _cursor.TryTake('[') && _cursor.TryNumber(out first) && _cursor.TryTake(',') && _cursor.TryNumber(out last) && _cursor.TryTake(']');
            return good && ranges.TryAdd(first, last);
        }

        private bool TryMembers()
        {
            while (_count < MembersMax)
            {
                _cursor.SkipSpace();
                _nameStarts[_count] = _cursor.Position + 1;
                if (!_cursor.TrySkipString())
                {
                    return false;
                }

                _nameEnds[_count] = _cursor.Position - 1;
                if (!_cursor.TryTake(':'))
                {
                    return false;
                }

                _valueStarts[_count] = _cursor.Position;
                _count++;
                if (!_cursor.TrySkipValue())
                {
                    return false;
                }

                if (_cursor.TryTake('}'))
                {
                    return true;
                }

                if (!_cursor.TryTake(','))
                {
                    return false;
                }
            }

            return false;
        }

        private bool TryGoTo(string name)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_nameEnds[i] - _nameStarts[i] == name.Length && IsAt(_nameStarts[i], name))
                {
                    _cursor.GoTo(_valueStarts[i]);
                    return true;
                }
            }

            return false;
        }

        private bool IsAt(int start, string name)
        {
            for (int i = 0; i < name.Length; i++)
            {
                if (_text[start + i] != name[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
