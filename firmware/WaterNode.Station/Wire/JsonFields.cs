namespace WaterNode.Station.Wire
{
    /// <summary>The members of one small JSON object (RFC 8259), found in place: nothing is copied until it is asked for.</summary>
    /// <remarks>Bounded on purpose: at most 16 members and 8 levels. A message that needs more is not one of the contract's.</remarks>
    public sealed class JsonFields
    {
        public const int MembersMax = 16;
        private const int DepthMax = 8;
        private const int TextMax = 128;
        private const int DigitsMax = 15;

        private readonly int[] _nameStarts = new int[MembersMax];
        private readonly int[] _nameEnds = new int[MembersMax];
        private readonly int[] _valueStarts = new int[MembersMax];
        private int _count;
        private byte[] _text;
        private int _at;

        /// <returns>False when the text is not one JSON object within the bounds.</returns>
        public bool TryParse(byte[] text)
        {
            _text = text;
            _at = 0;
            _count = 0;
            SkipSpace();
            if (!TryTake('{'))
            {
                return false;
            }

            SkipSpace();
            bool good = TryTake('}') || TryMembers();
            SkipSpace();
            return good && _at == _text.Length;
        }

        /// <returns>False when there is no such member or it is no whole number of up to 15 digits.</returns>
        public bool TryGetNumber(string name, out long value)
        {
            value = 0;
            return TryGoTo(name) && TryNumber(out value);
        }

        /// <returns>False when there is no such member or it is no text of up to 128 printable ASCII characters without escapes.</returns>
        public bool TryGetText(string name, out string value)
        {
            value = "";
            if (!TryGoTo(name) || !TryTake('"'))
            {
                return false;
            }

            int start = _at;
            while (_text[_at] != '"')
            {
                if (_text[_at] == '\\' || _text[_at] >= 127 || _at - start >= TextMax)
                {
                    return false;
                }

                _at++;
            }

            char[] characters = new char[_at - start];
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

            if (!TryTakeNext('['))
            {
                return false;
            }

            if (TryTakeNext(']'))
            {
                return true;
            }

            for (int i = 0; i <= SequenceRanges.Max; i++)
            {
                if (!TryRange(ranges))
                {
                    return false;
                }

                if (TryTakeNext(']'))
                {
                    return true;
                }

                if (!TryTakeNext(','))
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
            bool good = TryTakeNext('[') && TryNextNumber(out first) && TryTakeNext(',') && TryNextNumber(out last) && TryTakeNext(']');
            return good && ranges.TryAdd(first, last);
        }

        private bool TryMembers()
        {
            while (_count < MembersMax)
            {
                SkipSpace();
                _nameStarts[_count] = _at + 1;
                if (!TrySkipString())
                {
                    return false;
                }

                _nameEnds[_count] = _at - 1;
                if (!TryTakeNext(':'))
                {
                    return false;
                }

                SkipSpace();
                _valueStarts[_count] = _at;
                _count++;
                if (!TrySkipValue(1))
                {
                    return false;
                }

                if (TryTakeNext('}'))
                {
                    return true;
                }

                if (!TryTakeNext(','))
                {
                    return false;
                }
            }

            return false;
        }

        private bool TrySkipValue(int depth)
        {
            if (_at >= _text.Length || depth > DepthMax)
            {
                return false;
            }

            switch ((char)_text[_at])
            {
                case '"': return TrySkipString();
                case '{': return TrySkipGroup('}', true, depth);
                case '[': return TrySkipGroup(']', false, depth);
                default: return TrySkipWord();
            }
        }

        private bool TrySkipGroup(char close, bool isObject, int depth)
        {
            _at++;
            if (TryTakeNext(close))
            {
                return true;
            }

            // Every turn takes at least one byte, so the text's length bounds the loop.
            while (_at < _text.Length)
            {
                SkipSpace();
                if (isObject && !(TrySkipString() && TryTakeNext(':')))
                {
                    return false;
                }

                SkipSpace();
                if (!TrySkipValue(depth + 1))
                {
                    return false;
                }

                if (TryTakeNext(close))
                {
                    return true;
                }

                if (!TryTakeNext(','))
                {
                    return false;
                }
            }

            return false;
        }

        private bool TrySkipString()
        {
            if (!TryTake('"'))
            {
                return false;
            }

            while (_at < _text.Length && _text[_at] != '"')
            {
                if (_text[_at] < ' ')
                {
                    return false;
                }

                _at += _text[_at] == '\\' ? 2 : 1;
            }

            return TryTake('"');
        }

        /// <summary>Numbers, true, false and null: what they mean is looked at only when they are asked for.</summary>
        private bool TrySkipWord()
        {
            int start = _at;
            while (_at < _text.Length)
            {
                char c = (char)_text[_at];
                bool isPart = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' || c == 'E';
                if (!isPart)
                {
                    break;
                }

                _at++;
            }

            return _at > start;
        }

        private bool TryGoTo(string name)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_nameEnds[i] - _nameStarts[i] == name.Length && IsAt(_nameStarts[i], name))
                {
                    _at = _valueStarts[i];
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

        private bool TryNextNumber(out long value)
        {
            SkipSpace();
            return TryNumber(out value);
        }

        private bool TryNumber(out long value)
        {
            value = 0;
            bool negative = TryTake('-');
            int start = _at;
            while (_at < _text.Length && _text[_at] >= '0' && _text[_at] <= '9')
            {
                if (_at - start >= DigitsMax)
                {
                    return false;
                }

                value = (value * 10) + (_text[_at] - '0');
                _at++;
            }

            bool isWhole = _at > start && (_at == _text.Length || (_text[_at] != '.' && _text[_at] != 'e' && _text[_at] != 'E'));
            value = negative ? -value : value;
            return isWhole;
        }

        private bool TryTakeNext(char wanted)
        {
            SkipSpace();
            return TryTake(wanted);
        }

        private bool TryTake(char wanted)
        {
            if (_at >= _text.Length || _text[_at] != wanted)
            {
                return false;
            }

            _at++;
            return true;
        }

        private void SkipSpace()
        {
            while (_at < _text.Length && (_text[_at] == ' ' || _text[_at] == '\t' || _text[_at] == '\r' || _text[_at] == '\n'))
            {
                _at++;
            }
        }
    }
}
