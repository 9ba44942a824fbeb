namespace WaterNode.Station.Wire
{
    /// <summary>A place in JSON text (RFC 8259) that moves forward over values without copying them.</summary>
    public sealed class JsonCursor
    {
        private const int DepthMax = 8;
        private const int DigitsMax = 15;

        private byte[] _text;
        private int _at;

        /// <summary>Index of the next byte.</summary>
        public int Position
        {
            get { return _at; }
        }

        /// <summary>True when nothing but white space follows.</summary>
        public bool IsAtEnd
        {
            get
            {
                SkipSpace();
                return _at == _text.Length;
            }
        }

        public void Start(byte[] text)
        {
            _text = text;
            _at = 0;
        }

        public void GoTo(int position)
        {
            _at = position;
        }

        /// <summary>Moves over one value of any kind, up to 8 levels deep.</summary>
        public bool TrySkipValue()
        {
            return TrySkipValue(1);
        }

        private bool TrySkipValue(int depth)
        {
            SkipSpace();
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
            if (TryTake(close))
            {
                return true;
            }

            // Every turn takes at least one byte, so the text's length bounds the loop.
            while (_at < _text.Length)
            {
                if (isObject && !(TrySkipString() && TryTake(':')))
                {
                    return false;
                }

                if (!TrySkipValue(depth + 1))
                {
                    return false;
                }

                if (TryTake(close))
                {
                    return true;
                }

                if (!TryTake(','))
                {
                    return false;
                }
            }

            return false;
        }

        /// <summary>Moves over one text in quotes.</summary>
        public bool TrySkipString()
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
            while (IsInWord())
            {
                _at++;
            }

            return _at > start;
        }

        private bool IsInWord()
        {
            if (_at >= _text.Length)
            {
                return false;
            }

            char c = (char)_text[_at];
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' || c == 'E';
        }

        /// <summary>Reads a whole number of up to 15 digits.</summary>
        public bool TryNumber(out long value)
        {
            bool negative = TryTake('-');
            bool good = TryDigits(DigitsMax, out value);
            value = negative ? -value : value;

            // What goes on after the digits is a fraction, an exponent, or no number at all.
            return good && !IsInWord();
        }

        private bool TryDigits(int digitsMax, out long value)
        {
            value = 0;
            int start = _at;
            while (IsAtDigit())
            {
                if (_at - start >= digitsMax)
                {
                    return false;
                }

                value = (value * 10) + (_text[_at] - '0');
                _at++;
            }

            return _at > start;
        }

        private bool IsAtDigit()
        {
            return _at < _text.Length && _text[_at] >= '0' && _text[_at] <= '9';
        }

        /// <summary>Reads a plain number as a whole number of 10^-decimals, halves rounded away from zero.</summary>
        /// <param name="decimals">0 to 9.</param>
        public bool TryDecimal(int decimals, out long scaled)
        {
            bool negative = TryTake('-');
            bool good = TryDigits(DigitsMax - decimals, out scaled);
            int places = 0;
            bool roundsUp = false;
            if (good && _at < _text.Length && _text[_at] == '.')
            {
                _at++;
                int start = _at;
                for (; places < decimals && IsAtDigit(); places++)
                {
                    scaled = (scaled * 10) + (_text[_at] - '0');
                    _at++;
                }

                roundsUp = IsAtDigit() && _text[_at] >= '5';
                while (IsAtDigit())
                {
                    _at++;
                }

                good = _at > start;
            }

            scaled = (scaled * DecimalText.Power10(decimals - places)) + (roundsUp ? 1 : 0);
            scaled = negative ? -scaled : scaled;
            return good && !IsInWord();
        }

        /// <summary>Reads a text in quotes, see <see cref="JsonText"/>.</summary>
        public bool TryText(out string value)
        {
            value = "";
            return TryTake('"') && JsonText.TryRead(_text, ref _at, out value);
        }

        /// <summary>Moves over a word such as true, when it stands here.</summary>
        public bool TryWord(string word)
        {
            SkipSpace();
            for (int i = 0; i < word.Length; i++)
            {
                if (_at + i >= _text.Length || _text[_at + i] != word[i])
                {
                    return false;
                }
            }

            int start = _at;
            _at += word.Length;
            if (IsInWord())
            {
                _at = start;
                return false;
            }

            return true;
        }

        /// <summary>Moves over white space and then over one character, if it is the wanted one.</summary>
        public bool TryTake(char wanted)
        {
            SkipSpace();
            if (_at >= _text.Length || _text[_at] != wanted)
            {
                return false;
            }

            _at++;
            return true;
        }

        /// <summary>Moves over white space.</summary>
        public void SkipSpace()
        {
            while (_at < _text.Length && (_text[_at] == ' ' || _text[_at] == '\t' || _text[_at] == '\r' || _text[_at] == '\n'))
            {
                _at++;
            }
        }
    }
}
