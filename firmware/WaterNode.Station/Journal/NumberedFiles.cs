using WaterNode.Station.Ports;

namespace WaterNode.Station.Journal
{
    /// <summary>Names of the form <c>j0000001.log</c>: one letter, seven digits. The number grows, so that the newest file is known without a directory order.</summary>
    public static class NumberedFiles
    {
        /// <summary>Files of one letter that are looked at; a journal of 256 KiB has 17.</summary>
        public const int Max = 64;

        private const int Digits = 7;
        private const string Ending = ".log";

        public static string Name(char letter, int number)
        {
            return letter.ToString() + number.ToString("D7") + Ending;
        }

        /// <summary>Numbers of all files of that letter, ascending.</summary>
        /// <param name="numbers">At least <see cref="Max"/> long.</param>
        /// <returns>How many there are; of more than <see cref="Max"/> the newest are taken.</returns>
        public static int List(IFlash flash, char letter, int[] numbers)
        {
            string[] names = flash.List();
            int count = 0;
            for (int i = 0; i < names.Length; i++)
            {
                int number = NumberOf(letter, names[i]);
                if (number > 0)
                {
                    count = Insert(numbers, count, number);
                }
            }

            return count;
        }

        private static int Insert(int[] numbers, int count, int number)
        {
            if (count == Max)
            {
                if (number < numbers[0])
                {
                    return count;
                }

                System.Array.Copy(numbers, 1, numbers, 0, Max - 1);
                count--;
            }

            int place = count;
            while (place > 0 && numbers[place - 1] > number)
            {
                numbers[place] = numbers[place - 1];
                place--;
            }

            numbers[place] = number;
            return count + 1;
        }

        private static int NumberOf(char letter, string name)
        {
            if (name.Length != 1 + Digits + Ending.Length || name[0] != letter || !name.EndsWith(Ending))
            {
                return 0;
            }

            int number = 0;
            for (int i = 1; i <= Digits; i++)
            {
                char c = name[i];
                if (c < '0' || c > '9')
                {
                    return 0;
                }

                number = (number * 10) + (c - '0');
            }

            return number;
        }
    }
}
