namespace WaterNode.Station.Wire
{
    /// <summary>The members of one small JSON object (RFC 8259), found in place: nothing is copied until it is asked for.</summary>
    /// <remarks>Bounded on purpose: at most 16 members and 8 levels. A message that needs more is not one of the contract's.</remarks>
    public sealed class JsonFields
    {
        public const int MembersMax = 16;

        private readonly int[] _nameStarts = new int[MembersMax];
        private readonly int[] _nameEnds = new int[MembersMax];
        private readonly int[] _valueStarts = new int[MembersMax];
        private readonly JsonCursor _cursor = new JsonCursor();
        private byte[] _text;

        /// <summary>Number of members.</summary>
        public int Count { get; private set; }

        /// <summary>Where <see cref="TryParse(byte[])"/> gave up when it returned false, bytes from the beginning; the text's length when it ends too early.</summary>
        public int FaultPosition
        {
            get { return _cursor.Position < _text.Length ? _cursor.Position : _text.Length; }
        }

        /// <returns>False when the text is not one JSON object within the bounds.</returns>
        public bool TryParse(byte[] text)
        {
            bool good = TryParse(text, 0) && _cursor.IsAtEnd;
            if (!good)
            {
                Count = 0;
            }

            return good;
        }

        /// <returns>False when there is no such member or it is no whole number of up to 15 digits.</returns>
        public bool TryGetNumber(string name, out long value)
        {
            value = 0;
            return TryGoTo(name) && _cursor.TryNumber(out value);
        }

        /// <summary>Reads a number as a whole number of 10^-decimals: 7.125 with 2 decimals is 713, halves are rounded away from zero.</summary>
        /// <param name="decimals">0 to 9.</param>
        /// <returns>False when there is no such member, or it is no plain number (no exponent) of up to 15 digits.</returns>
        public bool TryGetDecimal(string name, int decimals, out long scaled)
        {
            scaled = 0;
            return TryGoTo(name) && _cursor.TryDecimal(decimals, out scaled);
        }

        /// <returns>False when there is no such member or it is neither true nor false.</returns>
        public bool TryGetFlag(string name, out bool value)
        {
            value = false;
            if (!TryGoTo(name))
            {
                return false;
            }

            value = _cursor.TryWord("true");
            return value || _cursor.TryWord("false");
        }

        /// <returns>False when there is no such member or it is no text of up to 128 bytes of UTF-8 without control characters.</returns>
        public bool TryGetText(string name, out string value)
        {
            value = "";
            return TryGoTo(name) && _cursor.TryText(out value);
        }

        /// <summary>Finds the members of an object inside this one.</summary>
        /// <param name="inner">Reads the same bytes; another one than this.</param>
        /// <returns>False when there is no such member, or it is no object within the bounds.</returns>
        public bool TryGetObject(string name, JsonFields inner)
        {
            return TryGoTo(name) && inner.TryParse(_text, _cursor.Position);
        }

        /// <returns>How many elements an array has; -1 when there is no such member or it is no array.</returns>
        public int CountOf(string name)
        {
            if (!TryGoTo(name) || !_cursor.TryTake('['))
            {
                return -1;
            }

            // The whole text was checked: every turn takes a value.
            int count = 0;
            while (!_cursor.TryTake(']') && _cursor.TrySkipValue())
            {
                count++;
                _cursor.TryTake(',');
            }

            return count;
        }

        /// <param name="index">From 0, below <see cref="CountOf"/>.</param>
        /// <returns>False when the element is no object within the bounds.</returns>
        public bool TryGetObjectAt(string name, int index, JsonFields inner)
        {
            return TryGoToElement(name, index) && inner.TryParse(_text, _cursor.Position);
        }

        /// <param name="index">From 0, below <see cref="CountOf"/>.</param>
        /// <returns>False when the element is no text, see <see cref="TryGetText"/>.</returns>
        public bool TryGetTextAt(string name, int index, out string value)
        {
            value = "";
            return TryGoToElement(name, index) && _cursor.TryText(out value);
        }

        /// <returns>True when there is such a member, whatever it holds.</returns>
        public bool Has(string name)
        {
            return TryGoTo(name);
        }

        /// <param name="index">From 0, below <see cref="Count"/>.</param>
        /// <returns>The name of a member, for whoever looks for those that nobody knows.</returns>
        public string NameAt(int index)
        {
            return new ByteReader(_text, _nameStarts[index], _nameEnds[index] - _nameStarts[index]).Text(_nameEnds[index] - _nameStarts[index]);
        }

        /// <summary>Finds a member as it is written.</summary>
        /// <param name="index">From 0, below <see cref="Count"/>.</param>
        /// <param name="start">Of its name, bytes from the beginning of the text.</param>
        /// <param name="length">To the end of its value, bytes.</param>
        public void FindAt(int index, out int start, out int length)
        {
            start = _nameStarts[index];
            _cursor.GoTo(_valueStarts[index]);
            _cursor.TrySkipValue();
            length = _cursor.Position - start;
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

        private bool TryParse(byte[] text, int start)
        {
            _text = text;
            _cursor.Start(text);
            _cursor.GoTo(start);
            Count = 0;
            bool good = _cursor.TryTake('{') && (_cursor.TryTake('}') || TryMembers());
            if (!good)
            {
                Count = 0;
            }

            return good;
        }

        private bool TryGoToElement(string name, int index)
        {
            bool good = TryGoTo(name) && _cursor.TryTake('[');
            for (int i = 0; i < index && good; i++)
            {
                good = _cursor.TrySkipValue() && _cursor.TryTake(',');
            }

            return good;
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
            while (Count < MembersMax)
            {
                _cursor.SkipSpace();
                _nameStarts[Count] = _cursor.Position + 1;
                if (!_cursor.TrySkipString())
                {
                    return false;
                }

                _nameEnds[Count] = _cursor.Position - 1;
                if (!_cursor.TryTake(':'))
                {
                    return false;
                }

                _valueStarts[Count] = _cursor.Position;
                Count++;
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
            for (int i = 0; i < Count; i++)
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
